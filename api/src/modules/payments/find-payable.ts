import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { earlyOffer, findAgreement, installmentsOf, permissionsAt, type AgreementRecord, type InstallmentRecord } from '../agreements/index.ts'
import { findCreditor, type CreditorRecord } from '../creditors/index.ts'
import { openCents } from './arrivals/share-out.rules.ts'

export interface AskedInstallment {
  agreementId: string
  number: number
}

/** An installment that can be paid, with what it comes to today and the last day for that. */
export interface Payable {
  agreement: AgreementRecord
  installment: InstallmentRecord
  creditor: CreditorRecord
  amountCents: bigint
  payBy: LocalDate
}

/** What is open of one of one's own installments, or what was signed for paying it early. Refused where there is nothing to pay. */
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
  const early = earlyOffer(agreement, installment, work.today)
  return { agreement, installment, creditor, amountCents: early?.cents ?? openCents(installment), payBy: early?.payBy ?? installment.dueOn }
}
