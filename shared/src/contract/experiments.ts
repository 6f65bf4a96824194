import { Type, type Static } from 'typebox'
import { Bps, Closed, Cursor, IdOf, Instant, Limit, Line, ListOf, Nullable, Said, SumCents, Words } from './common.ts'
import { RulerStep, RulerCode, StepKey } from './rulers.ts'

export const EXPERIMENT_STATUSES = ['running', 'ended'] as const
/** What is counted of each arm within the days of the experiment. */
export const OUTCOMES = ['agreement_signed', 'first_payment', 'opted_out', 'complained'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** `too_early`: the interval of the difference holds zero, or too few people are through. */
export const VERDICTS = ['too_early', 'higher', 'lower'] as const

const { templateKey, hour, channels } = RulerStep.properties

export const ExperimentArm = Closed({
  key: StepKey,
  shareBps: Type.Integer({ minimum: 100, maximum: 9_900, description: 'Share of people in basis points; all arms together are 10000' }),
  nothing: Type.Optional(Type.Boolean({ description: 'The hold-out: gets nothing of these steps. What is a service comes all the same' })),
  templateKey: Type.Optional(templateKey),
  hour,
  channels: Type.Optional(channels),
}, { description: 'Without anything of its own an arm gets the steps as they are' })
export type ExperimentArm = Static<typeof ExperimentArm>

export const ExperimentInput = Closed({
  name: Line(80),
  rulerCode: RulerCode,
  steps: Type.Optional(Type.Array(StepKey, { minItems: 1, maxItems: 60, uniqueItems: true, description: 'The steps that it is about; all that collect when left out' })),
  arms: Type.Array(ExperimentArm, { minItems: 2, maxItems: 6, description: 'The first one that is a hold-out, or else the first one, is what the others are held against' }),
  outcomeDays: Type.Integer({ minimum: 1, maximum: 180, description: 'What happens within so many days of a person’s first step counts', examples: [30] }),
}, { examples: [{ name: 'Vale a pena escrever?', rulerCode: 'padrao', arms: [{ key: 'com', shareBps: 9_000 }, { key: 'sem', shareBps: 1_000, nothing: true }], outcomeDays: 30 }] })
export type ExperimentInput = Static<typeof ExperimentInput>

const experiment = {
  id: IdOf('experiment'),
  name: Type.String(),
  rulerCode: Type.String(),
  steps: Nullable(Type.Array(Type.String())),
  arms: Type.Array(ExperimentArm),
  outcomeDays: Type.Integer(),
  status: Words(EXPERIMENT_STATUSES),
  startedAt: Instant,
  endedAt: Nullable(Instant),
}
export const ExperimentSummary = Type.Object(experiment)
export type ExperimentSummary = Static<typeof ExperimentSummary>
export const Experiments = ListOf(ExperimentSummary)
export const ExperimentQuery = Closed({ cursor: Type.Optional(Cursor), limit: Type.Optional(Limit) })

const SignedBps = Type.Integer({ minimum: -10_000, maximum: 10_000 })
const SignedMean = Type.Integer({ description: 'Integer cents a person, rounded' })

export const ShareOutcome = Type.Object({
  outcome: Words(OUTCOMES),
  people: Type.Integer({ minimum: 0 }),
  shareBps: Nullable(Bps),
  interval: Nullable(Type.Object({ fromBps: Bps, toBps: Bps }, { description: 'Wilson, 95 %' })),
  difference: Nullable(Type.Object({ bps: SignedBps, fromBps: SignedBps, toBps: SignedBps }, { description: 'From the arm that it is held against: Newcombe’s interval of two Wilson intervals, 95 %' })),
  verdict: Nullable(Words(VERDICTS, { description: 'Null for the arm that the others are held against' })),
})
export type ShareOutcome = Static<typeof ShareOutcome>

export const MoneyOutcome = Type.Object({
  paidCents: SumCents,
  meanCents: Nullable(Said(SignedMean, 'Paid by a person of the arm on average, those who paid nothing included')),
  interval: Nullable(Type.Object({ fromCents: SignedMean, toCents: SignedMean }, { description: 'Student, 95 %; null under 30 people' })),
  difference: Nullable(Type.Object({ cents: SignedMean, fromCents: SignedMean, toCents: SignedMean }, { description: 'Welch, 95 %; null under 30 people in either arm. Few large payments make it too narrow: see the shares first' })),
  verdict: Nullable(Words(VERDICTS)),
})
export type MoneyOutcome = Static<typeof MoneyOutcome>

export const ArmResult = Type.Object({
  key: Type.String(),
  isBaseline: Type.Boolean({ description: 'What the others are held against' }),
  entered: Type.Integer({ minimum: 0, description: 'People who have come to a step of the experiment' }),
  through: Type.Integer({ minimum: 0, description: 'Of these, people whose days are over: outcomes count them alone' }),
  shares: Type.Array(ShareOutcome),
  money: MoneyOutcome,
})
export type ArmResult = Static<typeof ArmResult>

export const Experiment = Type.Object({ ...experiment, results: Type.Array(ArmResult, { description: 'Each comparison by itself, with 95 %: of twenty without any effect one looks like one' }) })
export type Experiment = Static<typeof Experiment>
