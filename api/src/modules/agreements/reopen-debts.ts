import { allot } from '../../core/money/allot.ts'
import { localDateOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDebtPayments, restartPrescription, setDebtStatus } from '../debts/index.ts'
import { lapseDelisting } from '../delistings/index.ts'
import { balancesOf, postEntry, reopened } from '../ledger/index.ts'
import { returnBudget } from '../policies/index.ts'
import { endClaimOnDebts, paymentsOn } from './agreement-states.repository.ts'
import { debtsOf, type AgreementDebtRecord, type AgreementRecord } from './agreements.repository.ts'

/**
 * Sets the debts of a signed agreement that ended early open again; what was paid keeps counting on them, and the signature
 * as a recognition: their term begins again from its day, unless it was over by then or had begun again before. Where
 * nothing was paid, its campaigns get their budget back.
 */
export async function reopenDebts(work: Work, agreement: AgreementRecord): Promise<void> {
  const debts = await openAgain(work, agreement)
  const debtIds = debts.map(({ debtId }) => debtId)
  if (agreement.signedAt && !agreement.voluntary) await restartPrescription(work, agreement.creditorId, debtIds, localDateOf(agreement.signedAt))
  const paid = await paidByDebt(work, agreement, debts)
  await addDebtPayments(work, paid)
  await postReopened(work, agreement, debts, paid)
  if (paid.length === 0) await returnBudget(work, { creditorId: agreement.creditorId, agreementId: agreement.id })
}

/**
 * Sets the debts of a signed agreement open again as if it had never been: nothing counts on them, no term begins again, and
 * its campaigns get their budget back. What was paid goes back to who paid it, which is the caller's to see to.
 */
export async function undoClaim(work: Work, agreement: AgreementRecord): Promise<AgreementDebtRecord[]> {
  const debts = await openAgain(work, agreement)
  await returnBudget(work, { creditorId: agreement.creditorId, agreementId: agreement.id })
  return debts
}

async function openAgain(work: Work, agreement: AgreementRecord): Promise<AgreementDebtRecord[]> {
  const debts = await debtsOf(work.tx, [agreement])
  await endClaimOnDebts(work.tx, agreement)
  await lapseDelisting(work.tx, { creditorId: agreement.creditorId, agreementId: agreement.id }, work.clock.now())
  await setDebtStatus(work, agreement.creditorId, debts.map(({ debtId }) => debtId), 'standing')
  return debts
}

async function postReopened(work: Work, { creditorId, id: agreementId }: AgreementRecord, debts: readonly AgreementDebtRecord[], paid: readonly { debtId: string; cents: bigint }[]): Promise<void> {
  const stand = debts.map(({ debtId, balanceCents }) => {
    const paidCents = paid.filter((share) => share.debtId === debtId).reduce((sum, { cents }) => sum + cents, 0n)
    return { debtId, cents: balanceCents, paidCents }
  })
  const lines = reopened(await balancesOf(work.tx, creditorId, agreementId), stand)
  await postEntry(work, { creditorId, agreementId, event: 'reopened', sourceId: agreementId, lines })
}

// Each payment is shared out as the agreement's total was: by what each debt had in it.
async function paidByDebt(work: Work, agreement: AgreementRecord, debts: readonly AgreementDebtRecord[]) {
  const payments = await paymentsOn(work.tx, agreement)
  const { creditorId, id: agreementId } = agreement
  return payments.flatMap(({ paidOn, cents }) => {
    const shares = allot(cents, debts.map(({ totalCents }) => totalCents))
    return debts.map(({ debtId }, i) => ({ creditorId, agreementId, debtId, paidOn, cents: shares[i]! })).filter((share) => share.cents > 0n)
  })
}
