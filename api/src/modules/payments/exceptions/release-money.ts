import { localDateOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { countOnDebts } from '../../agreements/index.ts'
import { postEntry, released, releasedOnDebts, type Line } from '../../ledger/index.ts'
import { oweRefund } from '../../refunds/index.ts'
import { findPayment } from '../payments.repository.ts'
import type { PaymentExceptionRecord } from './payment-exceptions.repository.ts'
import { holdsMoney } from './payment-exceptions.rules.ts'
import { NOTHING, type Done, type InputOf } from './resolution.ts'

/** Held money counts on the debts of its agreement, which is over. */
export async function countException(work: Work, exception: PaymentExceptionRecord): Promise<Done> {
  const { creditorId, agreementId, amountCents, paidAt } = exception
  const shares = await countOnDebts(work, { creditorId, agreementId: agreementId!, cents: amountCents, paidOn: localDateOf(paidAt) })
  await release(work, exception, releasedOnDebts(shares))
  return NOTHING
}

/** Held money is owed back (CC 876). */
export async function refundException(work: Work, exception: PaymentExceptionRecord): Promise<Done> {
  const { creditorId, agreementId, amountCents, externalReference } = exception
  const { id, news } = await oweRefund(work, { creditorId, agreementId, amountCents, reason: 'not_due', paymentReference: externalReference })
  await release(work, exception, released('refunds_owed', amountCents))
  return { ...NOTHING, refundId: id, news: [news] }
}

/** Held money is that of a payment that stands, told by another reference: it never came twice. Refuses one of another amount. */
export async function samePayment(work: Work, exception: PaymentExceptionRecord, { paymentId }: InputOf<'same_payment'>): Promise<Done> {
  const payment = await findPayment(work.tx, exception.creditorId, readId(paymentId))
  if (!payment) throw new AppError('not_found')
  if (payment.amountCents !== exception.amountCents) throw new AppError('payment_not_the_same')
  await release(work, exception, released('bank', exception.amountCents))
  return { ...NOTHING, paymentId: payment.id }
}

/** Held money is of the creditor's other business, and leaves these books; what was no money has nothing in them. */
export async function dismissException(work: Work, exception: PaymentExceptionRecord): Promise<Done> {
  if (holdsMoney(exception)) await release(work, exception, released('bank', exception.amountCents))
  return NOTHING
}

function release(work: Work, { creditorId, id, agreementId }: PaymentExceptionRecord, lines: Line[]): Promise<void> {
  return postEntry(work, { creditorId, agreementId, event: 'released', sourceId: id, lines })
}
