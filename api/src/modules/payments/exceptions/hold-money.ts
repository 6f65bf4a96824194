import { centsNumber } from '../../../core/money/cents-number.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { held, postEntry } from '../../ledger/index.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import { payerIndexOf } from '../arrivals/payer.ts'
import { holdsMoney } from './payment-exceptions.rules.ts'
import { insertException, type PaymentExceptionRecord } from './payment-exceptions.repository.ts'

/** Why money needs a person, with what is known of what it is for. */
export interface WhyHeld {
  reason: PaymentExceptionRecord['reason']
  agreementId: string | null
  number: number | null
}

/** Writes down money that needs a person before it counts. From this moment it is in the books. The caller has claimed its reference. */
export async function holdMoney(work: Work, arrival: Arrival, why: WhyHeld): Promise<PaymentExceptionRecord> {
  const exception = newException(work, arrival, why)
  const { creditorId, id, agreementId, amountCents, reason } = exception
  await insertException(work.tx, exception)
  if (holdsMoney(exception)) await postEntry(work, { creditorId, agreementId, event: 'held', sourceId: id, lines: held(amountCents) })
  const data = { exceptionId: showId('exception', id), agreementId: agreementId && showId('agreement', agreementId), amountCents: centsNumber(amountCents), reason }
  await recordChange(work, { creditorId, type: 'payment_exception.opened', subject: data.exceptionId, data })
  return exception
}

function newException(work: Work, arrival: Arrival, { reason, agreementId, number }: WhyHeld): PaymentExceptionRecord {
  const { creditorId, amountCents, paidAt, method, externalReference, aim } = arrival
  return {
    creditorId, id: work.newId(), reason, amountCents, paidAt, method, externalReference, agreementId, installmentNumber: number,
    txid: aim.kind === 'charge' ? aim.txid : null, payerIndex: payerIndexOf(work.keys, arrival), createdAt: work.clock.now(),
    resolution: null, note: null, resolvedAt: null, paymentId: null, refundId: null,
  }
}
