import type { PaymentException } from '@repactua/shared/contract/payment-exceptions.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { showId } from '../../../platform/ids.ts'
import { resolutionsOf } from './payment-exceptions.rules.ts'
import type { PaymentExceptionRecord } from './payment-exceptions.repository.ts'
import type { ExceptionWhole } from './read-exceptions.ts'

export function presentException({ record, isCountable, isOfDebtor }: ExceptionWhole): PaymentException {
  const { id, reason, amountCents, paidAt, method, externalReference, agreementId, installmentNumber, txid, payerIndex, createdAt, resolvedAt } = record
  const { apply, count_on_debts: countOnDebts, refund, same_payment: samePayment, dismiss } = resolutionsOf({ reason, resolvedAt, isCountable })
  return {
    id: showId('exception', id),
    status: resolvedAt ? 'resolved' : 'open',
    reason,
    amountCents: centsNumber(amountCents),
    paidAt: paidAt.toISOString(),
    method,
    externalReference,
    agreementId: agreementId && showId('agreement', agreementId),
    installmentNumber,
    txid,
    paidBy: payerIndex && agreementId ? (isOfDebtor ? 'debtor' : 'other') : 'unknown',
    can: { apply, countOnDebts, refund, samePayment, dismiss },
    resolution: presentResolution(record),
    createdAt: createdAt.toISOString(),
  }
}

function presentResolution({ resolution, note, paymentId, refundId, resolvedAt }: PaymentExceptionRecord): PaymentException['resolution'] {
  if (!resolution || !resolvedAt) return null
  return { action: resolution, note, paymentId: paymentId && showId('payment', paymentId), refundId: refundId && showId('refund', refundId), at: resolvedAt.toISOString() }
}
