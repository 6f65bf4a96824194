import type { Work } from '../../platform/work.ts'
import { loadAgreement } from '../agreements/index.ts'
import { paymentsOf } from './payments.repository.ts'
import type { PostedPayment } from './arrivals/posted-payment.ts'

/** What was paid on the actor's own agreement, newest first. */
export async function listPayments(work: Work, agreementId: string): Promise<PostedPayment[]> {
  const { record } = await loadAgreement(work, agreementId)
  return (await paymentsOf(work.tx, record)).map((paid) => ({ ...paid, agreement: record }))
}
