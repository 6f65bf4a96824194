import { Type, type Static } from 'typebox'
import { Cents, Closed, Day, IdOf, Instant, Nullable, PositiveCents, Words } from './common.ts'

export const PAYMENT_METHODS = ['pix', 'boleto', 'card', 'transfer', 'cash', 'other'] as const

export const ChargeInput = Closed({ method: Words(['pix'] as const) })
export type ChargeInput = Static<typeof ChargeInput>

export const Charge = Type.Object({
  id: IdOf('charge'),
  method: Words(['pix'] as const),
  amountCents: PositiveCents,
  dueOn: Day,
  installmentNumber: Type.Integer(),
  pix: Type.Object({ copyPaste: Type.String(), qrSvg: Type.String(), txid: Type.String() }),
  receiver: Type.Object({ legalName: Type.String(), cnpj: Type.String() }),
})
export type Charge = Static<typeof Charge>

export const PaymentInput = Closed({
  agreementId: IdOf('agreement'),
  installmentNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  amountCents: PositiveCents,
  paidAt: Instant,
  method: Words(PAYMENT_METHODS),
  externalReference: Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7e]+$', description: "The payment's own id: an end-to-end id, a slip number. The same one twice is one payment" }),
})
export type PaymentInput = Static<typeof PaymentInput>

export const Payment = Type.Object({
  id: IdOf('payment'),
  agreementId: IdOf('agreement'),
  amountCents: PositiveCents,
  paidAt: Instant,
  method: Words(PAYMENT_METHODS),
  externalReference: Type.String(),
  allocations: Type.Array(Type.Object({ installmentNumber: Type.Integer(), cents: Cents })),
  agreementStatus: Type.String(),
  settledAt: Nullable(Instant),
  createdAt: Instant,
})
export type Payment = Static<typeof Payment>
