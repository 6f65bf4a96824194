import { allot } from '../../core/money/allot.ts'
import type { Work } from '../../platform/work.ts'
import { addDebtPayments, setDebtStatus } from '../debts/index.ts'
import { endClaimOnDebts, paymentsOn } from './agreement-states.repository.ts'
import { debtsOf, type AgreementDebtRecord, type AgreementRecord } from './agreements.repository.ts'

/** Sets the debts of a signed agreement that ended early open again; what was paid keeps counting on them. */
export async function reopenDebts(work: Work, agreement: AgreementRecord): Promise<void> {
  const debts = await debtsOf(work.tx, [agreement])
  await endClaimOnDebts(work.tx, agreement)
  await setDebtStatus(work, agreement.creditorId, debts.map(({ debtId }) => debtId), 'open')
  await addDebtPayments(work, await paidByDebt(work, agreement, debts))
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
