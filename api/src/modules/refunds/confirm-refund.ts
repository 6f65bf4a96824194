import type { RefundConfirmationInput } from '@repactua/shared/contract/refunds.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { postEntry, refunded } from '../ledger/index.ts'
import { lockRefund, setConfirmed, type RefundRecord } from './refunds.repository.ts'

/** The money went back, as the creditor or its bank says. The same reference again answers the same; another one is refused. */
export async function confirmRefund(work: Work, { creditorId, id }: Pick<RefundRecord, 'creditorId' | 'id'>, { externalReference }: RefundConfirmationInput): Promise<RefundRecord> {
  const refund = await lockRefund(work.tx, creditorId, id)
  if (!refund) throw new AppError('not_found')
  if (refund.externalReference === externalReference) return refund
  if (refund.confirmedAt) throw new AppError('refund_confirmed')
  const confirmed = { ...refund, confirmedAt: work.clock.now(), externalReference }
  await setConfirmed(work.tx, confirmed)
  await tell(work, confirmed)
  return confirmed
}

async function tell(work: Work, { creditorId, id, agreementId, amountCents, externalReference }: RefundRecord): Promise<void> {
  await postEntry(work, { creditorId, agreementId, event: 'refunded', sourceId: id, lines: refunded(amountCents) })
  const data = { refundId: showId('refund', id), agreementId: agreementId && showId('agreement', agreementId), amountCents: centsNumber(amountCents), externalReference }
  await recordChange(work, { creditorId, type: 'refund.confirmed', subject: data.refundId, data })
}
