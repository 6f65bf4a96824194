import type { Payment } from '@repactua/shared/contract/payments.ts'
import type { Work } from '../../platform/work.ts'
import { receiveMoney, type Received } from '../payments/index.ts'
import { insertLines, lockLines, type LineRecord } from './lines.repository.ts'
import { matchCredit, type Pointer } from './match-credit.ts'
import type { Credit } from './name-credits.ts'
import { takenBack, type StatementRecord } from './statements.repository.ts'

export interface PointedCredit {
  credit: Credit
  pointer: Pointer
}

/** What a bank wrote of a credit. It is kept sealed. */
export interface LineText {
  description: string
  reference: string | null
  bankReference: string | null
  payerDocument: string | null
}

type Whose = Pick<StatementRecord, 'creditorId' | 'id'>

/** Does what a group of credits does, once: what an earlier try of the same file has done stands. */
export async function applyCredits(work: Work, statement: Whose, group: readonly PointedCredit[]): Promise<LineRecord[]> {
  const standing = await lockLines(work.tx, statement, group.map(({ credit }) => credit.told.line))
  const fresh = await receiveCredits(work, statement, group.filter(({ credit }) => !standing.some(({ line }) => line === credit.told.line)))
  await insertLines(work.tx, fresh)
  return [...standing, ...fresh]
}

/** What a group of credits would do now, by the same path taken back. */
export function previewCredits(work: Work, statement: Whose, group: readonly PointedCredit[]): Promise<LineRecord[]> {
  return takenBack(work.tx, () => receiveCredits(work, statement, group))
}

async function receiveCredits(work: Work, statement: Whose, group: readonly PointedCredit[]): Promise<LineRecord[]> {
  const lines: LineRecord[] = []
  for (const pointed of group) lines.push(await receiveCredit(work, statement, pointed))
  return lines
}

async function receiveCredit(work: Work, { creditorId, id }: Whose, { credit, pointer }: PointedCredit): Promise<LineRecord> {
  const { told: { line, postedOn, amountCents }, clues: { document }, reference } = credit
  const { aim, matchedBy, agreementId, candidates } = await matchCredit(work, creditorId, credit, pointer)
  const received = await receiveMoney(work, {
    creditorId, amountCents, method: methodOf(credit), externalReference: reference, aim,
    // A statement tells a day, no hour: its first instant in São Paulo is never in the future.
    paidAt: new Date(`${postedOn}T00:00:00-03:00`),
    ...(document ? { payerDocument: document } : {}),
  })
  return {
    creditorId, statementId: id, line, externalReference: reference, contentMac: Buffer.from(credit.content, 'hex'), postedOn, amountCents,
    textSealed: work.keys.seal(JSON.stringify(textOf(credit))), matchedBy, agreementId, ...effectOf(received),
    candidates: received.kind === 'held' ? candidates : [], createdAt: work.clock.now(),
  }
}

function methodOf({ clues }: Credit): Payment['method'] {
  return clues.isPix ? 'pix' : 'transfer'
}

function textOf({ told: { description, reference, bankReference }, clues: { document } }: Credit): LineText {
  return { description, reference, bankReference, payerDocument: document }
}

function effectOf(received: Received): Pick<LineRecord, 'outcome' | 'paymentId' | 'exceptionId'> {
  return {
    outcome: received.kind,
    paymentId: received.kind === 'posted' ? received.posted.payment.id : null,
    exceptionId: received.kind === 'held' ? received.exception.id : null,
  }
}
