import { Type, type Static } from 'typebox'
import { Closed, Cursor, IdOf, Instant, Limit, Line, Nullable, OneOf, Permission, PositiveCents, Words } from './common.ts'
import { PAID_BY, PAYMENT_METHODS } from './payments.ts'

/** Why money needs a person before it counts; each is told in decision 24. */
export const PAYMENT_EXCEPTION_REASONS = [
  'unknown_charge', 'paid_twice', 'reference_reused', 'agreement_unsigned', 'agreement_expired', 'agreement_settled', 'agreement_broken', 'agreement_cancelled', 'agreement_withdrawn',
] as const
const ACTIONS = ['apply', 'count_on_debts', 'refund', 'same_payment', 'dismiss'] as const

/** Money that came and is held until somebody says what it is for. */
export const PaymentException = Type.Object({
  id: IdOf('exception'),
  status: Words(['open', 'resolved'] as const),
  reason: Words(PAYMENT_EXCEPTION_REASONS, { description: '`reference_reused` is no more money: a reference that is known was told again with another amount' }),
  amountCents: PositiveCents,
  paidAt: Instant,
  method: Words(PAYMENT_METHODS),
  externalReference: Type.String(),
  agreementId: Nullable(IdOf('agreement')),
  installmentNumber: Nullable(Type.Integer()),
  txid: Nullable(Type.String({ description: 'Of the charge that it says it is for' })),
  paidBy: Words(PAID_BY),
  can: Type.Object({ apply: Permission, countOnDebts: Permission, refund: Permission, samePayment: Permission, dismiss: Permission }),
  resolution: Nullable(Type.Object({
    action: Words(ACTIONS),
    note: Nullable(Type.String()),
    paymentId: Nullable(IdOf('payment')),
    refundId: Nullable(IdOf('refund')),
    at: Instant,
  })),
  createdAt: Instant,
})
export type PaymentException = Static<typeof PaymentException>

export const PaymentExceptionQuery = Closed({
  status: Type.Optional(Words(['open', 'resolved'] as const)),
  reason: Type.Optional(Words(PAYMENT_EXCEPTION_REASONS)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type PaymentExceptionQuery = Static<typeof PaymentExceptionQuery>

const note = Line(280)
const action = <const A extends (typeof ACTIONS)[number]>(name: A, description: string) => Type.Literal(name, { description })

/** What is to be done with it; an exception says in `can` what is possible. */
export const ResolutionInput = OneOf('action', [
  Closed({
    action: action('apply', 'It is a payment of an agreement that takes one'),
    agreementId: IdOf('agreement'),
    installmentNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    note: Type.Optional(note),
  }),
  Closed({ action: action('count_on_debts', 'It counts on the debts of the agreement that ended, as what was paid before'), note: Type.Optional(note) }),
  Closed({ action: action('refund', 'It is owed back'), note: Type.Optional(note) }),
  Closed({ action: action('same_payment', 'It is the money of a payment that stands, told by another reference'), paymentId: IdOf('payment'), note }),
  Closed({ action: action('dismiss', 'Nothing of it is for here: money of the creditor’s other business, or a reference told again with another amount'), note }),
])
export type ResolutionInput = Static<typeof ResolutionInput>
