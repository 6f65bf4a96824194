import type { Payment } from '@repactua/shared/contract/payments.ts'
import type { PaymentExceptionRecord } from '../exceptions/payment-exceptions.repository.ts'
import type { PostedPayment } from './posted-payment.ts'

/** Money that has reached a creditor, however it was told. */
export interface Arrival {
  creditorId: string
  amountCents: bigint
  paidAt: Date
  method: Payment['method']
  /** The payment's own id: end-to-end id, slip and day, FITID. One reference is one effect, whoever tells it. */
  externalReference: string
  /** What it says it is for. */
  aim: { kind: 'charge'; txid: string } | { kind: 'installment'; agreementId: string; number?: number } | { kind: 'unknown' }
  /** Fine and interest inside the amount as the bank counted them, where it tells (Pix componentesValor, CNAB segment U). */
  lateCents?: bigint
  /** CPF or CNPJ of who paid, where the bank tells it. Anyone may pay another's debt (CC 304): never a reason to refuse. */
  payerDocument?: string
}

export type Received =
  | { kind: 'posted'; posted: PostedPayment }
  /** This reference stands already, with the same amount. */
  | { kind: 'known' }
  /** Needs a person: `GET /v1/payment-exceptions`. */
  | { kind: 'held'; exception: PaymentExceptionRecord }
