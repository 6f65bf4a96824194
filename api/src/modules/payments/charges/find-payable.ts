import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { openCents } from '../../../core/repairs/open-installments.ts'
import { enterCreditor } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'
import { amountToday, findAgreement, installmentsOf, permissionsAt, type AgreementRecord, type InstallmentRecord, type Item } from '../../agreements/index.ts'
import { findCreditor, type CreditorRecord } from '../../creditors/index.ts'

export interface AskedInstallment {
  agreementId: string
  number: number
}

/** An installment that can be paid, with what it comes to today, what that is made of, and the last day for it. */
export interface Payable {
  agreement: AgreementRecord
  installment: InstallmentRecord
  creditor: CreditorRecord
  amountCents: bigint
  items: Item[]
  /** Null where no day changes the amount. */
  validUntil: LocalDate | null
  /** The day that a slip bears. */
  payBy: LocalDate
  /** So much of the amount is for delay. */
  lateCents: bigint
  option: OfferOption
}

/** What one of one's own installments comes to today: less where it is early, more where it is late. Refused where there is nothing to pay. */
export async function findPayable(work: Work, { agreementId, number }: AskedInstallment): Promise<Payable> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  if (!permissionsAt(agreement, work.clock.now()).pay.ok) throw new AppError('agreement_not_active')
  await enterCreditor(work.tx, agreement.creditorId)
  const installment = (await installmentsOf(work.tx, [agreement])).find((one) => one.number === number)
  if (!installment) throw new AppError('installment_not_found')
  if (installment.status === 'cancelled') throw new AppError('installment_cancelled')
  if (openCents(installment) === 0n) throw new AppError('installment_paid')
  const creditor = (await findCreditor(work.tx, agreement.creditorId))!
  const option = JSON.parse(agreement.optionDocument) as OfferOption
  const { isLate, ...now } = amountToday({ option, regime: creditor.regime }, installment, work.today)
  return { agreement, installment, creditor, option, ...now, lateCents: isLate ? now.amountCents - openCents(installment) : 0n }
}
