import type { Work } from '../../platform/work.ts'
import { loadAgreement } from '../agreements/index.ts'
import { paymentsOf } from './payments.repository.ts'
import type { ReversedPayment } from './reversals/reverse-payment.ts'
import { reversalsOf } from './reversals/reversals.repository.ts'

/** What was paid on the actor's own agreement, newest first, each with what a bank took back of it. */
export async function listPayments(work: Work, agreementId: string): Promise<ReversedPayment[]> {
  const { record } = await loadAgreement(work, agreementId)
  const reversals = await reversalsOf(work.tx, { creditorId: record.creditorId, agreementId })
  return (await paymentsOf(work.tx, record)).map((paid) => ({ ...paid, agreement: record, reversals: reversals.filter(({ paymentId }) => paymentId === paid.payment.id) }))
}
