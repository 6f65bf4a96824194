import { Type, type Static } from 'typebox'
import { Closed, Cpf, Day, IdOf, Instant, Line, Nullable, PositiveCents, Words } from './common.ts'
import { ExternalId, RISK_BANDS } from './debts.ts'
import { CHANNELS } from './messaging.ts'
import { PolicyCondition } from './policies.ts'

/** How much is at stake, by the principal of the open debts. */
export const IMPORTANCES = ['low', 'medium', 'high'] as const

/**
 * All that a score may look at: how the person dealt with this creditor. The list is closed on purpose. What somebody is
 * (CPF, age, sex, where they live) is not in it (LGPD 6, IX), nor is a right that was used: a dispute, a withdrawal.
 */
export const SCORE_FACTORS = ['delays', 'overdueDays', 'agreementsBroken', 'paidOnTime', 'agreementsKept', 'recentPayment', 'recentAnswer'] as const

const Steps = (description: string) =>
  Type.Array(Closed({ from: Type.Integer({ minimum: 1, maximum: 3_650 }), points: Type.Integer({ minimum: 0, maximum: 100 }) }), { maxItems: 8, description })

const Band = Words(RISK_BANDS)
const GraceDays = Type.Integer({ minimum: 0, maximum: 30 })

/** What a creditor makes of people's histories. A change is a new version; version 1 is built in. */
export const ProfileRulesInput = Closed({
  basePoints: Type.Integer({ minimum: 0, maximum: 100, description: 'Where everybody starts. More points are more risk' }),
  factors: Closed({
    delays: Steps('Adds points: installments and debts that were late in the last five years'),
    overdueDays: Steps('Adds points: days since the oldest open debt or installment fell due'),
    agreementsBroken: Steps('Adds points: agreements broken in the last five years'),
    paidOnTime: Steps('Takes points off: installments and debts paid on time'),
    agreementsKept: Steps('Takes points off: agreements paid to the end'),
    recentPayment: Steps('Takes points off: 1 where something was paid in the last 90 days'),
    recentAnswer: Steps('Takes points off: 1 where the person signed, proposed or wrote in the last 90 days'),
  }, { description: 'Of each factor the last step counts whose `from` is reached' }),
  bandsFrom: Closed({ medium: Type.Integer({ minimum: -300, maximum: 400 }), high: Type.Integer({ minimum: -300, maximum: 400 }) }, { description: 'The points from which a band begins' }),
  importanceFromCents: Closed({ medium: PositiveCents, high: PositiveCents }, { description: 'The principal of open debts from which importance is medium, and high' }),
  graceDays: Closed({ low: GraceDays, medium: GraceDays, high: GraceDays }, { description: 'Days that a person of each band gets before the first message' }),
})
export type ProfileRulesInput = Static<typeof ProfileRulesInput>

export const ProfileRules = Type.Object({ version: Type.Integer({ minimum: 1 }), ...ProfileRulesInput.properties, createdAt: Nullable(Instant) })
export type ProfileRules = Static<typeof ProfileRules>

const Range = (description: string, maximum = 100_000) =>
  Type.Optional(Closed({ min: Type.Optional(Type.Integer({ minimum: 0, maximum })), max: Type.Optional(Type.Integer({ minimum: 0, maximum })) }, { description }))
const Flag = (description: string) => Type.Optional(Type.Boolean({ description }))
const { products, segments, tags, states, debtCount, hasBrokenAgreement } = PolicyCondition.properties

/** Fields are met together; what is left out does not narrow. Words that policies know too mean the same here. */
export const Criterion = Closed({
  products, segments, tags, states, debtCount, hasBrokenAgreement,
  riskBands: Type.Optional(Type.Array(Band, { minItems: 1, maxItems: 3, uniqueItems: true, description: 'The band of the person, wherever it comes from' })),
  importances: Type.Optional(Type.Array(Words(IMPORTANCES), { minItems: 1, maxItems: 3, uniqueItems: true })),
  principalCents: Range('Principal of the open debts together, in integer cents', 1_000_000_000_000),
  overdueDays: Range('Days since the oldest open debt or installment fell due'),
  delayCount: Range('Installments and debts that were late in the last five years'),
  paidOnTimeCount: Range('Installments and debts paid on time'),
  paidLateCount: Range('Installments and debts paid late'),
  longestDelayDays: Range('The longest delay of the last five years'),
  agreementsKept: Range('Agreements paid to the end'),
  agreementsBroken: Range('Agreements broken in the last five years'),
  daysSincePayment: Range('Days since the last payment; who never paid is in no range'),
  daysSinceAnswer: Range('Days since the person last signed, proposed or wrote; who never did is in no range'),
  isFirstDelay: Flag('Exactly one delay in the last five years'),
  hasRunningAgreement: Flag('An agreement is being paid'),
  hasEmail: Flag('There is an e-mail address'),
  hasPhone: Flag('There is a phone number'),
  reachedBy: Type.Optional(Type.Array(Words(CHANNELS), { minItems: 1, maxItems: CHANNELS.length, uniqueItems: true, description: 'A message of the last 90 days was delivered by at least one of these channels' })),
  readBy: Type.Optional(Type.Array(Words(CHANNELS), { minItems: 1, maxItems: CHANNELS.length, uniqueItems: true, description: 'A message of the last 90 days was read on at least one of these channels' })),
}, { description: 'Fields are met together; `min` and `max` are included; what is left out does not narrow' })
export type Criterion = Static<typeof Criterion>

const criteria = (description: string) => Type.Optional(Type.Array(Criterion, { minItems: 1, maxItems: 20, description }))

/** Who meets every one of `all`, at least one of `any` and none of `not`; everybody where all three are left out. */
export const SegmentCondition = Closed({
  all: criteria('Each of them is met'),
  any: criteria('At least one of them is met'),
  not: criteria('None of them is met'),
}, { description: 'Who meets every one of `all`, at least one of `any` and none of `not`', examples: [{ all: [{ riskBands: ['low'], overdueDays: { max: 30 } }], not: [{ hasRunningAgreement: true }] }] })
export type SegmentCondition = Static<typeof SegmentCondition>

export const SegmentInput = Closed({ name: Line(80), condition: SegmentCondition })
export type SegmentInput = Static<typeof SegmentInput>

export const Segment = Type.Object({
  id: IdOf('segment'),
  version: Type.Integer({ minimum: 1, description: 'A change is a new version; the newest one holds' }),
  name: Type.String(),
  condition: SegmentCondition,
  createdAt: Instant,
})
export type Segment = Static<typeof Segment>

/** Whom a condition reaches today. Beyond a bound some of the people stand for all: then figures are estimates. */
export const SegmentPreview = Type.Object({
  asOf: Day,
  people: Type.Integer({ description: 'In the segment' }),
  debts: Type.Integer({ description: 'Their open debts' }),
  population: Type.Integer({ description: 'People whom the creditor knows' }),
  looked: Type.Integer({ description: 'People who were looked at, drawn evenly; fewer than the population where that is large' }),
  exact: Type.Boolean({ description: 'Everybody was looked at; otherwise `people` and `debts` are estimates' }),
  sample: Type.Array(IdOf('debtor'), { description: 'Some who are in it' }),
})
export type SegmentPreview = Static<typeof SegmentPreview>

const Reasons = Type.Array(Line(140), { minItems: 1, maxItems: 5, description: 'Portuguese, for the person: shown as they are. Without them the person is told that you did not say' })

/** A band from elsewhere: of the person of a CPF, or of the person who owes a debt. */
export const DebtorScoreInput = Closed({
  cpf: Type.Optional(Cpf),
  externalId: Type.Optional(ExternalId),
  band: Band,
  score: Type.Optional(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, description: 'As its maker counts; kept and shown, not used' })),
  validUntil: Type.Unsafe<string>({ ...Day, description: 'Its last day; after it the band is computed again' }),
  source: Line(80),
  reasons: Type.Optional(Reasons),
})
export type DebtorScoreInput = Static<typeof DebtorScoreInput>

export const DebtorScoresInput = Type.Array(DebtorScoreInput, { minItems: 1, maxItems: 1_000 })

/** received = accepted + unchanged + rejected. */
export const DebtorScoresAnswer = Type.Object({
  received: Type.Integer(),
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Integer(),
  errors: Type.Array(Type.Object({ index: Type.Integer({ description: 'Counts from 0' }), code: Type.String(), message: Type.String() })),
})
export type DebtorScoresAnswer = Static<typeof DebtorScoresAnswer>
