import { centsNumber } from '../../../core/money/cents-number.ts'
import { allot } from '../../../core/money/allot.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { novateDebts } from '../../debts/index.ts'
import { balancesOf, novated, postEntry } from '../../ledger/index.ts'
import { endClaimOnDebts, setEnded } from '../agreement-states.repository.ts'
import type { AgreementWhole } from '../load-agreement.ts'
import { reopenDebts } from '../reopen-debts.ts'
import { take } from '../transitions.rules.ts'

/**
 * Ends an agreement for want of payment. As its term said, either the original debts are open again and all that was paid
 * counts on them, or what is left of the agreed amount is owed in their place (novation, CC 360).
 */
export async function breakAgreement(work: Work, whole: AgreementWhole): Promise<void> {
  const { record, option } = whole
  const effect = option.breakRule.effect ?? 'original_debt'
  const { to, event } = take('break', record.status)
  await setEnded(work.tx, record, { status: to, brokenAt: work.clock.now() })
  if (effect === 'novation') await novate(work, whole)
  else await reopenDebts(work, record)
  const agreementId = showId('agreement', record.id)
  const data = { agreementId, effect, paidCents: centsNumber(paidOf(whole)), totalCents: centsNumber(record.totalCents) }
  await recordChange(work, { creditorId: record.creditorId, type: event, subject: agreementId, data })
}

// What is left is shared out as the agreement's total was: by what each debt had in it.
async function novate(work: Work, whole: AgreementWhole): Promise<void> {
  const { record, debts, option } = whole
  const { creditorId, id: agreementId } = record
  await endClaimOnDebts(work.tx, record)
  const shares = allot(openOf(whole), debts.map(({ totalCents }) => totalCents))
  const left = debts.map(({ debtId }, i) => ({ debtId, cents: shares[i]! }))
  const inPlace = await novateDebts(work, { creditorId, agreementId, left, defaultInterestMonthlyBps: option.defaultInterestMonthlyBps })
  const lines = novated(await balancesOf(work.tx, creditorId, agreementId), inPlace)
  await postEntry(work, { creditorId, agreementId, event: 'novated', sourceId: agreementId, lines })
}

// Of the installments as they stand: an amendment may have changed the sum that was signed.
function openOf({ installments }: AgreementWhole): bigint {
  return installments.reduce((sum, { status, amountCents, paidCents }) => (status === 'cancelled' ? sum : sum + amountCents - paidCents), 0n)
}

function paidOf({ installments }: AgreementWhole): bigint {
  return installments.reduce((sum, { paidCents }) => sum + paidCents, 0n)
}
