import { centsNumber } from '../../core/money/cents-number.ts'
import type { Change } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { insertRefund, type RefundRecord } from './refunds.repository.ts'

/**
 * Writes down that a creditor is to give cents back, and gives the news of it: the caller records it last, as everywhere.
 * The caller holds the lock of the agreement, or of the exception that it comes from.
 */
export async function oweRefund(work: Work, due: Pick<RefundRecord, 'creditorId' | 'agreementId' | 'amountCents' | 'reason' | 'paymentReference'>): Promise<{ id: string; news: Change }> {
  const id = work.newId()
  await insertRefund(work.tx, { ...due, id, createdAt: work.clock.now(), confirmedAt: null, externalReference: null })
  const { creditorId, agreementId, amountCents, reason } = due
  const data = { refundId: showId('refund', id), agreementId: agreementId && showId('agreement', agreementId), amountCents: centsNumber(amountCents), reason }
  return { id, news: { creditorId, type: 'refund.due', subject: data.refundId, data } }
}
