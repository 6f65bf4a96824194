import { createHash } from 'node:crypto'
import type { AmendmentQuote, AmendmentQuoteInput, ScheduledInstallment } from '@repactua/shared/contract/amendments.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { PlanInstallment, RepairQuote } from '../../core/repairs/types.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { endOfDay, localDateOf } from '../../platform/clock.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { loadAgreement, repairsAt, runningPlan, type AgreementWhole } from '../agreements/index.ts'
import { insertQuote } from './amendments.repository.ts'
import { chooseRepair } from './choose-repair.ts'
import { writeAmendment } from './write-amendment.ts'

/** Reckons what a change would do to the debtor's own agreement and keeps it, word for word, for today. Nothing binds yet. */
export async function quoteAmendment(work: Work, { agreementId, input }: { agreementId: string; input: AmendmentQuoteInput }): Promise<AmendmentQuote> {
  const whole = await loadAgreement(work, agreementId)
  const repair = chooseRepair(runningPlan(whole, work.today), repairsAt(whole, work.clock.now()), input)
  if (!repair.ok) throw new AppError(repair.error)
  const { creditorId } = whole.record
  const id = work.newId()
  const quote = presentQuote(work, whole, { id, repair: repair.value })
  await enterCreditor(work.tx, creditorId)
  await insertQuote(work.tx, {
    creditorId, id, agreementId,
    document: JSON.stringify(quote),
    sha256: Buffer.from(quote.sha256, 'hex'),
    createdAt: work.clock.now(),
    expiresAt: new Date(quote.expiresAt),
  })
  const { kind, costCents, savingCents } = quote
  await recordChange(work, { creditorId, type: 'amendment.quoted', subject: quote.id, data: { amendmentId: quote.id, agreementId: quote.agreementId, kind, costCents, savingCents } })
  return quote
}

function presentQuote(work: Work, whole: AgreementWhole, { id, repair }: { id: string; repair: RepairQuote }): AmendmentQuote {
  const shownId = showId('amendment', id)
  const text = writeAmendment({ quote: repair, agreement: namesOf(whole), id: shownId, today: work.today })
  const { payNow } = repair
  return {
    id: shownId,
    agreementId: showId('agreement', whole.record.id),
    kind: repair.kind,
    createdAt: work.clock.now().toISOString(),
    expiresAt: endOfDay(work.today).toISOString(),
    before: repair.before.map(presentInstallment),
    after: repair.after.map(presentInstallment),
    changed: repair.changed,
    openBeforeCents: centsNumber(repair.openBeforeCents),
    openAfterCents: centsNumber(repair.openAfterCents),
    costCents: centsNumber(repair.costCents),
    savingCents: centsNumber(repair.savingCents),
    payNow: payNow && { amountCents: centsNumber(payNow.amountCents), payBy: payNow.payBy },
    lines: repair.lines.map((line) => ({ ...line, cents: centsNumber(line.cents) })),
    legalChecks: repair.legalChecks,
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  }
}

function namesOf({ record, creditor }: AgreementWhole) {
  return { code: record.verificationCode ?? '', creditorName: creditor.tradeName, signedOn: localDateOf(record.signedAt ?? record.createdAt) }
}

function presentInstallment({ number, dueOn, amountCents, paidCents, status }: PlanInstallment): ScheduledInstallment {
  return { number, dueOn, amountCents: centsNumber(amountCents), paidCents: centsNumber(paidCents), status }
}
