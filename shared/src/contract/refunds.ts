import { Type, type Static } from 'typebox'
import { Closed, Cursor, IdOf, Instant, Limit, Nullable, PositiveCents, Words } from './common.ts'

export const REFUND_REASONS = ['withdrawal', 'overpayment', 'not_due'] as const

/** Money that the creditor is to give back to the person, at once. */
export const Refund = Type.Object({
  id: IdOf('refund'),
  agreementId: Nullable(IdOf('agreement')),
  amountCents: PositiveCents,
  reason: Words(REFUND_REASONS, { description: '`withdrawal`: paid on an agreement that the person undid. `overpayment`: above all that was open. `not_due`: for nothing that was owed' }),
  createdAt: Instant,
  confirmedAt: Nullable(Instant),
  externalReference: Nullable(Type.String()),
  paymentReference: Nullable(Type.String({ description: 'The `externalReference` of the payment that it goes back from, where it is one' })),
})
export type Refund = Static<typeof Refund>

export const RefundQuery = Closed({
  status: Type.Optional(Words(['due', 'confirmed'] as const)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type RefundQuery = Static<typeof RefundQuery>

export const RefundConfirmationInput = Closed({
  externalReference: Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7e]+$', description: 'The id of the transfer that gave the money back. The same one twice is one confirmation' }),
})
export type RefundConfirmationInput = Static<typeof RefundConfirmationInput>
