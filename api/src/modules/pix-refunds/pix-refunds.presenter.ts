import type { RefundTransfer } from '@repactua/shared/contract/pix-accounts.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { Transfer } from './ask-for-transfer.ts'
import { statusOf } from './transfer.rules.ts'

export function presentTransfer({ refundId, parts }: Transfer): RefundTransfer {
  return {
    refundId: showId('refund', refundId),
    status: statusOf(parts),
    parts: parts.map(({ endToEndId, amountCents, status, reason, returnId }) => ({ endToEndId, amountCents: centsNumber(amountCents), status, reason, returnId })),
  }
}
