import { Type, type Static } from 'typebox'
import { Cents, Closed, Day, IdOf, Instant, Nullable, OneOf, PositiveCents, Said, Sha256, SignedCents, SumCents, Words } from './common.ts'
import { INSTALLMENT_STATUSES } from './agreements.ts'
import { LegalCheck } from './offers.ts'

/** What a debtor may do alone with a running plan. The first four need a grant of the policy, the last two are a right (CDC 52 §2). */
export const AMENDMENT_KINDS = ['move_due_date', 'skip', 'split', 'reage', 'pay_ahead', 'pay_off'] as const
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number]

/** Whether late amounts are added to the installments that are left, or follow after the last one. */
export const REAGE_WAYS = ['spread', 'end'] as const
/** Which installments are paid ahead: the latest ones, or the next ones. */
export const AHEAD_ENDS = ['latest', 'next'] as const
/** `pending` and `lapsed` are for what takes effect when it is paid: to pay ahead, and to pay everything. */
export const AMENDMENT_STATUSES = ['applied', 'pending', 'lapsed'] as const

const InstallmentNumber = Type.Integer({ minimum: 1, maximum: 200, description: 'Number of the installment, as the agreement lists it' })

const moveDueDate = Closed({ kind: Type.Literal('move_due_date'), installmentNumber: InstallmentNumber, dueOn: Day })
const skip = Closed({ kind: Type.Literal('skip'), installmentNumber: InstallmentNumber })
const split = Closed({ kind: Type.Literal('split'), installmentNumber: InstallmentNumber, parts: Type.Integer({ minimum: 2, maximum: 6 }) })
const reage = Closed({ kind: Type.Literal('reage'), how: Words(REAGE_WAYS, { description: '`spread`: into the installments that are left; `end`: after the last one' }) })
const payAhead = Closed({
  kind: Type.Literal('pay_ahead'),
  from: Words(AHEAD_ENDS, { description: 'Which installments: the latest ones, or the next ones' }),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'So many whole installments; give this or `amountCents`' })),
  amountCents: Type.Optional(PositiveCents),
})
const payOff = Closed({ kind: Type.Literal('pay_off') })

export const AmendmentQuoteInput = OneOf('kind', [moveDueDate, skip, split, reage, payAhead, payOff])
export type AmendmentQuoteInput = Static<typeof AmendmentQuoteInput>

export const ScheduledInstallment = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  dueOn: Day,
  amountCents: PositiveCents,
  paidCents: Cents,
  status: Words(INSTALLMENT_STATUSES),
})
export type ScheduledInstallment = Static<typeof ScheduledInstallment>

/** One figure of a quote, with all that is needed to redo it by hand. Negative where it lessens what is to be paid. */
export const AMENDMENT_LINES = ['contract_interest', 'late_fine', 'default_interest', 'early_payment'] as const
export const AmendmentLine = Type.Object({
  kind: Words(AMENDMENT_LINES),
  installmentNumber: Type.Integer(),
  cents: SignedCents,
  days: Type.Integer(),
  formula: Type.String(),
  rule: Type.String({ description: 'Id of the rule of law' }),
  source: Type.String(),
})
export type AmendmentLine = Static<typeof AmendmentLine>

/** Immutable and good for its day only. `after` is the whole schedule as it will be; it takes effect with the signature, or with the payment of `payNow`. */
export const AmendmentQuote = Type.Object({
  id: IdOf('amendment'),
  agreementId: IdOf('agreement'),
  kind: Words(AMENDMENT_KINDS),
  createdAt: Instant,
  expiresAt: Instant,
  before: Type.Array(ScheduledInstallment),
  after: Type.Array(ScheduledInstallment),
  changed: Type.Array(Type.Integer(), { description: 'Numbers of the installments that change or are new' }),
  openBeforeCents: Cents,
  openAfterCents: Type.Integer({ minimum: 0, description: 'What is open after it; for what is paid now, what is left then' }),
  costCents: Type.Integer({ minimum: 0, description: 'What it adds in all' }),
  savingCents: Type.Integer({ minimum: 0, description: 'What it takes off in all' }),
  payNow: Nullable(Type.Object({ amountCents: SumCents, payBy: Day })),
  lines: Type.Array(AmendmentLine),
  legalChecks: Type.Array(LegalCheck),
  text: Type.String({ description: 'The exact words that are signed' }),
  sha256: Sha256,
})
export type AmendmentQuote = Static<typeof AmendmentQuote>

export const AmendmentInput = Closed({ quoteId: IdOf('amendment') })
export type AmendmentInput = Static<typeof AmendmentInput>

/** The code that was sent for one quote. The amendment keeps the quote's id. */
export const AmendmentChallenge = Type.Object({ amendmentId: IdOf('amendment'), challengeId: IdOf('challenge'), expiresAt: Instant, resendAfter: Instant })
export type AmendmentChallenge = Static<typeof AmendmentChallenge>

export const AmendmentSignatureInput = Closed({
  challengeId: IdOf('challenge'),
  code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }),
})
export type AmendmentSignatureInput = Static<typeof AmendmentSignatureInput>

export const Amendment = Type.Object({
  id: IdOf('amendment'),
  sequence: Type.Integer({ minimum: 1 }),
  kind: Words(AMENDMENT_KINDS),
  status: Words(AMENDMENT_STATUSES, { description: '`pending` waits for the payment of `payNow`, and has `lapsed` where that did not come in time' }),
  signedAt: Instant,
  appliedAt: Nullable(Said(Instant, 'When the schedule changed')),
  openBeforeCents: Said(Cents, 'What was open, in integer cents'),
  openAfterCents: Said(SumCents, 'What is open after it, in integer cents'),
  costCents: Said(SumCents, 'What it adds in all, in integer cents'),
  savingCents: Said(SumCents, 'What it takes off in all, in integer cents'),
  payNow: Nullable(Type.Object({ amountCents: SumCents, payBy: Day })),
  after: Type.Array(ScheduledInstallment, { description: 'The whole schedule as it leaves it' }),
  text: Type.String({ description: 'The exact words that were signed' }),
  sha256: Sha256,
})
export type Amendment = Static<typeof Amendment>
