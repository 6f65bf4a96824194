import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { RefundRecord } from './refunds.repository.ts'

export function presentRefund({ id, agreementId, amountCents, reason, createdAt, confirmedAt, externalReference, paymentReference }: RefundRecord): Refund {
  return {
    id: showId('refund', id),
    agreementId: agreementId && showId('agreement', agreementId),
    amountCents: centsNumber(amountCents),
    reason,
    createdAt: createdAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    externalReference,
    paymentReference,
  }
}
