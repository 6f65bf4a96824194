import { LINE_OUTCOMES, type BankStatement, type BankStatementLine, type BankStatementWithLines } from '@repactua/shared/contract/statements.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { showId } from '../../platform/ids.ts'
import type { LineText } from './apply-credits.ts'
import type { LineRecord } from './lines.repository.ts'
import type { CountedStatement, readStatement } from './read-statements.ts'
import type { ReceivedStatement } from './receive-statement.ts'

/** So many lines in the answer to a file; the others are asked for. */
const LINES_TOLD = 200
const LINES_PREVIEWED = 1_000

export function presentReceived(keys: Pick<Keys, 'open'>, { statement, lines }: ReceivedStatement, isPreview: boolean): BankStatementWithLines {
  const counts = LINE_OUTCOMES.map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
  const told = lines.slice(0, isPreview ? LINES_PREVIEWED : LINES_TOLD)
  return { ...presentStatement({ statement, counts }, isPreview), lines: { data: told.map((line) => presentLine(keys, line, isPreview)), nextCursor: isPreview ? null : cursorOf(told, told.length < lines.length) } }
}

export function presentRead(keys: Pick<Keys, 'open'>, { lines, hasMore, ...counted }: Awaited<ReturnType<typeof readStatement>>): BankStatementWithLines {
  return { ...presentStatement(counted), lines: { data: lines.map((line) => presentLine(keys, line)), nextCursor: cursorOf(lines, hasMore) } }
}

export function presentStatement({ statement, counts }: CountedStatement, isPreview = false): BankStatement {
  const count = (wanted: LineRecord['outcome']) => counts.find(({ outcome }) => outcome === wanted)?.count ?? 0
  const { id, format, beganOn, endedOn, creditCount, creditCents, debitCount, debitCents, createdAt } = statement
  return {
    id: isPreview ? null : showId('statement', id), format, preview: isPreview, beganOn, endedOn,
    credits: creditCount, creditCents: centsNumber(creditCents), debits: debitCount, debitCents: centsNumber(debitCents),
    posted: count('posted'), known: count('known'), held: count('held'), pending: creditCount - count('posted') - count('known') - count('held'), createdAt: createdAt.toISOString(),
  }
}

// What a preview took back has no ids.
function presentLine(keys: Pick<Keys, 'open'>, record: LineRecord, isPreview = false): BankStatementLine {
  const { line, postedOn, amountCents, externalReference, outcome, matchedBy, agreementId, paymentId, exceptionId, candidates } = record
  const { description, reference, bankReference } = JSON.parse(keys.open(record.textSealed)) as LineText
  return {
    line, postedOn, amountCents: centsNumber(amountCents), description, reference, bankReference, externalReference, outcome, matchedBy,
    agreementId: agreementId && showId('agreement', agreementId),
    paymentId: paymentId && !isPreview ? showId('payment', paymentId) : null,
    exceptionId: exceptionId && !isPreview ? showId('exception', exceptionId) : null,
    candidates: candidates.map(({ agreementId, installmentNumber }) => ({ agreementId: showId('agreement', agreementId), installmentNumber })),
  }
}

function cursorOf(lines: readonly LineRecord[], hasMore: boolean): string | null {
  return hasMore ? String(lines.at(-1)?.line ?? 0) : null
}
