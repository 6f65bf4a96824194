import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Line, Nullable, Words } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { PRODUCTS } from './debts.ts'

export const DISPUTE_REASONS = ['not_mine', 'already_paid', 'wrong_amount', 'fraud', 'deceased'] as const
export const DISPUTE_OUTCOMES = ['upheld', 'corrected', 'rejected'] as const
export const DISPUTE_STATUSES = ['open', ...DISPUTE_OUTCOMES, 'taken_back'] as const

const Statement = Type.String({ minLength: 1, maxLength: 2_000, description: 'In the person’s own words' })

/** Why a person contests a debt. What they have of it is named, not sent: a protocol, a receipt, a police report. */
export const DisputeInput = Closed({
  reason: Words(DISPUTE_REASONS),
  statement: Statement,
  references: Type.Optional(Type.Array(Line(120), { maxItems: 5, description: 'Numbers of protocols, receipts, a police report' })),
  paidOn: Type.Optional(Day),
})
export type DisputeInput = Static<typeof DisputeInput>

export const Dispute = Type.Object({
  id: IdOf('dispute'),
  debtId: IdOf('debt'),
  reason: Words(DISPUTE_REASONS),
  statement: Type.String(),
  references: Type.Array(Type.String()),
  paidOn: Nullable(Day),
  status: Words(DISPUTE_STATUSES, { description: '`taken_back` by the person; the others but `open` are the creditor’s answer' }),
  answerBy: Type.Unsafe<string>({ ...Day, description: 'The last day for the creditor’s answer. The debt stays paused until the answer, however late' }),
  answer: Nullable(Type.String()),
  endedAt: Nullable(Instant),
  createdAt: Instant,
})
export type Dispute = Static<typeof Dispute>

/** The same for the person, with whom it is at and what it is about: a debt that was taken back stands in no other list. */
export const MyDispute = Type.Object({
  ...Dispute.properties,
  creditor: CreditorCard,
  debt: Type.Object({ description: Nullable(Type.String()), product: Words(PRODUCTS), contractNumber: Nullable(Type.String()) }),
})
export type MyDispute = Static<typeof MyDispute>

/** The same for the creditor, which knows its debts by its own ids. */
export const CreditorDispute = Type.Object({ ...Dispute.properties, debtExternalId: Type.String() })
export type CreditorDispute = Static<typeof CreditorDispute>

export const DisputeQuery = Closed({
  status: Type.Optional(Words(DISPUTE_STATUSES)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type DisputeQuery = Static<typeof DisputeQuery>

/** The creditor's answer. `upheld` takes the debt back for good; `corrected` follows a PUT with the right figures; `rejected` says why. */
export const DisputeDecision = Closed({
  outcome: Words(DISPUTE_OUTCOMES),
  answer: Type.String({ minLength: 1, maxLength: 2_000, description: 'Portuguese, for the person: shown as it is' }),
})
export type DisputeDecision = Static<typeof DisputeDecision>
