import type { CancellationInput } from '@repactua/shared/contract/agreements.ts'
import { allot } from '../../core/money/allot.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { addDebtPayments, setDebtStatus } from '../debts/index.ts'
import { endClaimOnDebts, paymentsOn, setCancelled } from './agreement-states.repository.ts'
import { debtsOf, lockAgreement, type AgreementDebtRecord, type AgreementRecord } from './agreements.repository.ts'
import { permissionsAt } from './agreements.rules.ts'
import { loadAgreement, type AgreementWhole } from './load-agreement.ts'

/** Ends an agreement before its time: its debts are open again, and what was paid keeps counting on them. */
export async function cancelAgreement(work: Work, agreementId: string, input: CancellationInput): Promise<AgreementWhole> {
  const creditorId = creditorOf(work)
  const agreement = await lockAgreement(work.tx, creditorId, agreementId)
  if (!agreement) throw new AppError('not_found')
  if (agreement.status === 'cancelled') return loadAgreement(work, agreementId)
  const { cancel } = permissionsAt(agreement, work.clock.now())
  if (!cancel.ok) throw new AppError('agreement_not_cancellable')
  await setCancelled(work.tx, agreement, input, work.clock.now())
  if (agreement.status !== 'awaiting_signature') await reopenDebts(work, agreement)
  await recordChange(work, {
    creditorId,
    type: 'agreement.cancelled',
    subject: showId('agreement', agreementId),
    data: { agreementId: showId('agreement', agreementId), reason: input.reason },
  })
  return loadAgreement(work, agreementId)
}

async function reopenDebts(work: Work, agreement: AgreementRecord): Promise<void> {
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
