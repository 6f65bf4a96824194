import { Type, type Static } from 'typebox'
import { Bps, Cents, Closed, Cursor, Day, DueDay, IdOf, Instant, Limit, Line, Nullable, PositiveCents, Said, SumCents, Words } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { MAX_DEBTS_PER_SHEET, OfferSheet, PlannedInstallment } from './offers.ts'

export const MAX_PROPOSALS_PER_DEBT_AND_DAY = 5

/** A review that nobody answered in time has lapsed; so has one that the person replaced by another offer. */
export const PROPOSAL_DECISIONS = ['accepted', 'countered', 'in_review', 'refused', 'lapsed'] as const
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number]

export const PROPOSAL_REASONS = [
  'fits', 'fits_standing_option', 'fits_single_payment',
  'payment_too_small', 'too_long', 'value_too_low',
  'person_decides', 'no_counter_offers',
  'approved', 'not_approved', 'countered_by_person', 'deadline_passed', 'replaced',
] as const

const debtIds = Type.Array(IdOf('debt'), { minItems: 1, maxItems: MAX_DEBTS_PER_SHEET, uniqueItems: true })

/** So much a month, so much at first, or both. Without `monthlyCents` the down payment is one payment that settles everything. */
export const ProposalInput = Closed({
  debtIds,
  monthlyCents: Type.Optional(Said(PositiveCents, 'So much a month, in integer cents; give this, `downPaymentCents` or both')),
  downPaymentCents: Type.Optional(Said(PositiveCents, 'So much at first, in integer cents; without `monthlyCents` one payment that settles everything')),
  dueDay: Type.Optional(DueDay),
  firstDueOn: Type.Optional(Said(Day, 'Day of the first payment')),
  reason: Type.Optional(Said(Line(280), 'Read by whoever reviews the offer')),
})
export type ProposalInput = Static<typeof ProposalInput>

export const ProposalReasonSaid = Type.Object({ code: Words(PROPOSAL_REASONS), text: Type.String({ description: 'In plain Portuguese' }) })

const plan = {
  monthlyCents: Type.Integer({ minimum: 0, description: '0 where there is one payment only' }),
  downPaymentCents: SumCents,
  count: Type.Integer({ minimum: 1 }),
}
const wish = { monthlyCents: Nullable(PositiveCents), downPaymentCents: Nullable(PositiveCents), dueDay: Nullable(DueDay), firstDueOn: Nullable(Day) }
const shared = {
  id: IdOf('proposal'),
  createdAt: Instant,
  decision: Words(PROPOSAL_DECISIONS, { description: '`lapsed`: nobody answered in time, or the person made another offer' }),
  debts: Type.Array(Type.Object({ id: IdOf('debt'), externalId: Type.String(), description: Nullable(Type.String()) })),
  wish: Type.Object(wish),
  reason: Nullable(Type.String({ description: 'What the person wrote' })),
  balanceCents: Cents,
  decideBy: Nullable(Said(Instant, 'Until when a person may answer it')),
  decidedAt: Nullable(Instant),
  note: Nullable(Type.String({ description: 'What a person of the creditor wrote to the debtor' })),
  offerSheetId: Nullable(Said(IdOf('sheet'), 'The sheet that holds the answer, where there is one')),
  optionId: Nullable(Type.String({ description: 'The option of that sheet which is the answer' })),
}

/** The debtor's own offer and its answer. Accepted or countered, `offerSheet` and `optionId` say what can be signed. */
export const MyProposal = Type.Object({
  ...shared,
  creditor: CreditorCard,
  reasons: Type.Array(ProposalReasonSaid),
  works: Nullable(Type.Object(plan, { description: 'What would be taken at once, where the offer is not' })),
  offerSheet: Type.Optional(OfferSheet),
})
export type MyProposal = Static<typeof MyProposal>

export const ProposalQuery = Closed({ decision: Type.Optional(Words(PROPOSAL_DECISIONS)), limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type ProposalQuery = Static<typeof ProposalQuery>
export const MyProposalQuery = Closed({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type MyProposalQuery = Static<typeof MyProposalQuery>

const worth = {
  totalCents: SumCents,
  count: Type.Integer({ minimum: 1 }),
  cetYearly: Type.String(),
  presentValueCents: Said(SumCents, 'What it is worth today at `monthlyDiscountRateBps`, in integer cents'),
  presentValueBps: Type.Integer({ minimum: 0, description: 'The same as a share of the balance in basis points, rounded down' }),
}

/** The same as the creditor sees it: what it is worth today, and the cheapest option that stands beside it. */
export const Proposal = Type.Object({
  ...shared,
  reasons: Type.Array(Words(PROPOSAL_REASONS)),
  plan: Nullable(Type.Object({
    ...worth,
    downPaymentCents: SumCents,
    installments: Type.Array(PlannedInstallment),
    floorDistanceBps: Nullable(Type.Integer({ description: 'Present value less the policy’s floor, in basis points of the balance; below 0 it lies under the floor' })),
  })),
  standing: Nullable(Type.Object({ ...worth, optionId: Type.String() }, { description: 'The cheapest option that stood beside it' })),
  monthlyDiscountRateBps: Nullable(Said(Bps, 'The policy’s monthly rate, in basis points')),
  needsSecondApproval: Type.Boolean({ description: 'Whether an approval takes two different clients' }),
  approvals: Type.Array(Type.Object({ clientId: IdOf('client'), at: Instant })),
  internalNote: Nullable(Type.String({ description: 'Read by the creditor alone' })),
})
export type Proposal = Static<typeof Proposal>

export const DECISIONS_OF_A_PERSON = ['approved', 'refused', 'countered'] as const

/** `note` is read by the debtor, `internalNote` by nobody outside. A counter names its payments; it is shown to the debtor as an offer. */
export const ProposalDecisionInput = Closed({
  decision: Words(DECISIONS_OF_A_PERSON),
  note: Type.Optional(Said(Line(280), 'Read by the debtor')),
  internalNote: Type.Optional(Said(Line(280), 'Read by the creditor alone')),
  counter: Type.Optional(Closed({ monthlyCents: PositiveCents, downPaymentCents: Type.Optional(PositiveCents) }, { description: 'Needed with `countered`: the payments set against the offer, over the same total' })),
}, { examples: [{ decision: 'countered', counter: { monthlyCents: 60_000 }, note: 'Com este valor fechamos hoje.' }] })
export type ProposalDecisionInput = Static<typeof ProposalDecisionInput>
