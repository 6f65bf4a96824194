import type { ReversalInput } from '@repactua/shared/contract/payments.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findPayment } from '../payments.repository.ts'
import { reversePayment, type ReversedPayment } from './reverse-payment.ts'

/** The creditor's own word that its bank took a payment back; refused as `reversePayment` refuses. */
export async function takePaymentBack(work: Work, id: string, { amountCents, reversedAt, externalReference, reason }: ReversalInput): Promise<ReversedPayment> {
  const creditorId = creditorOf(work)
  const payment = await findPayment(work.tx, creditorId, id)
  if (!payment) throw new AppError('not_found')
  const amount = amountCents === undefined ? {} : { amountCents: BigInt(amountCents) }
  return reversePayment(work, { creditorId, paymentReference: payment.externalReference, ...amount, reversedAt: new Date(reversedAt), externalReference, reason })
}
