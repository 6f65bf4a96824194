import { Type, type Static } from 'typebox'
import { ChargeItem } from './charge-items.ts'
import { Cents, Closed, Day, IdOf, Instant, Nullable, PositiveCents, Said, Words } from './common.ts'
import { PAYMENT_METHODS_GRANTED } from './policies.ts'

export const PAYMENT_METHODS = ['pix', 'boleto', 'card', 'transfer', 'cash', 'other'] as const

export const PAID_BY = ['debtor', 'other', 'unknown'] as const

export const ChargeInput = Closed({ method: Words(PAYMENT_METHODS_GRANTED) })
export type ChargeInput = Static<typeof ChargeInput>

/** What pays an amendment comes by Pix alone: it is good for days, and a boleto takes one to be taken in. */
export const PixChargeInput = Closed({ method: Words(['pix'] as const) })

export const Charge = Type.Object({
  id: IdOf('charge'),
  method: Words(PAYMENT_METHODS_GRANTED),
  amountCents: PositiveCents,
  items: Type.Array(ChargeItem, { description: 'What the amount is made of; they come to it' }),
  validUntil: Nullable(Said(Day, 'The last day for this amount; null where no day changes it')),
  dueOn: Day,
  installmentNumber: Type.Integer(),
  pix: Type.Object({ copyPaste: Type.String(), qrSvg: Type.String(), txid: Type.String() }),
  boleto: Type.Optional(Type.Object({ line: Type.String({ description: '47 digits, with their dots and blanks' }), barcode: Type.String({ description: '44 digits' }), pdfUrl: Type.String() })),
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

export const REVERSAL_REASONS = ['med', 'chargeback', 'bank_error'] as const
const ReversalReason = Words(REVERSAL_REASONS, { description: '`med`: Pix, Mecanismo Especial de Devolução; `chargeback`: a card; `bank_error`: anything else that a bank took back' })

export const ReversalInput = Closed({
  amountCents: Type.Optional(Said(PositiveCents, 'Left out: all of the payment that was not taken back yet')),
  reversedAt: Instant,
  externalReference: Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7e]+$', description: "The reversal's own id at the bank. The same one twice is one reversal" }),
  reason: ReversalReason,
})
export type ReversalInput = Static<typeof ReversalInput>

export const Payment = Type.Object({
  id: IdOf('payment'),
  agreementId: IdOf('agreement'),
  amountCents: PositiveCents,
  paidAt: Instant,
  method: Words(PAYMENT_METHODS),
  externalReference: Type.String(),
  allocations: Type.Array(Type.Object({
    installmentNumber: Type.Integer(),
    cents: Cents,
    lateFineCents: Said(Cents, 'So much of it was the fine for delay'),
    defaultInterestCents: Said(Cents, 'So much of it was interest for delay'),
    forgivenCents: Said(Cents, 'What it lacked of the installment and was let go, within the creditor’s tolerance'),
  })),
  excessCents: Said(Cents, 'What was above all that was open; it is owed back as a refund'),
  paidBy: Words(PAID_BY, { description: 'Whether it was the debtor, where the bank told. Anyone may pay' }),
  reversals: Type.Array(Type.Object({
    id: IdOf('reversal'),
    amountCents: PositiveCents,
    reason: ReversalReason,
    reversedAt: Instant,
    externalReference: Type.String(),
  }), { description: 'What the bank took back of it, oldest first' }),
  agreementStatus: Type.String(),
  settledAt: Nullable(Instant),
  createdAt: Instant,
})
export type Payment = Static<typeof Payment>
