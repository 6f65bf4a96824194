import { Type, type Static } from 'typebox'
import { Instant, Nullable, PositiveCents, Words } from './common.ts'
import { PAYMENT_EXCEPTION_REASONS } from './payment-exceptions.ts'
import { REFUND_REASONS } from './refunds.ts'

/** A person's money around an agreement that is in none of its installments. */
export const MoneyApart = Type.Object({
  held: Type.Array(Type.Object({
    amountCents: PositiveCents,
    paidAt: Instant,
    reason: Words(PAYMENT_EXCEPTION_REASONS),
  }), { description: 'Came, and waits until the creditor says what it is for' }),
  refunds: Type.Array(Type.Object({
    amountCents: PositiveCents,
    reason: Words(REFUND_REASONS),
    confirmedAt: Nullable(Instant),
  }), { description: 'To be given back by the creditor, or given back already' }),
})
export type MoneyApart = Static<typeof MoneyApart>
