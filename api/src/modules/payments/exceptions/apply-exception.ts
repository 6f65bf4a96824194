import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findAgreement, type AgreementRecord } from '../../agreements/index.ts'
import { postEntry, released } from '../../ledger/index.ts'
import { findAim } from '../arrivals/find-aim.ts'
import { postMoney } from '../arrivals/post-money.ts'
import type { PaymentExceptionRecord } from './payment-exceptions.repository.ts'
import { NOTHING, type Done, type InputOf } from './resolution.ts'

/**
 * Held money is a payment of an agreement after all, by the day on which it came. Refuses an agreement that takes none, and one
 * of another person than the money came for.
 */
export async function applyException(work: Work, exception: PaymentExceptionRecord, { agreementId, installmentNumber: number }: InputOf<'apply'>): Promise<Done> {
  const { creditorId, id, amountCents } = exception
  const aim = await findAim(work, { creditorId, aim: { kind: 'installment', agreementId: readId(agreementId), ...(number === undefined ? {} : { number }) } })
  if (aim.kind === 'held') throw new AppError(refusalOf(aim))
  await refuseAnotherPerson(work, exception, aim.agreement)
  await postEntry(work, { creditorId, agreementId: exception.agreementId, event: 'released', sourceId: id, lines: released('bank', amountCents) })
  const { payment } = await postMoney(work, exception, aim)
  return { ...NOTHING, paymentId: payment.id }
}

function refusalOf({ reason, agreementId }: { reason: PaymentExceptionRecord['reason']; agreementId: string | null }): ErrorCode {
  if (agreementId === null) return 'not_found'
  if (reason === 'unknown_charge') return 'installment_not_found'
  return reason === 'paid_twice' ? 'installment_paid' : 'agreement_not_active'
}

async function refuseAnotherPerson(work: Work, { agreementId }: PaymentExceptionRecord, { cpfIndex }: AgreementRecord): Promise<void> {
  const meant = agreementId === null ? null : await findAgreement(work, agreementId)
  if (meant && !meant.cpfIndex.equals(cpfIndex)) throw new AppError('payment_of_another_person')
}
