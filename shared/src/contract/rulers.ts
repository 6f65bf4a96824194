import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Line, ListOf, Nullable, Said, Words } from './common.ts'

export const RULER_STATUSES = ['draft', 'published', 'superseded'] as const

/** What a step counts its days from. The first two are collection, `offer_not_signed` too; the others are service. */
export const ANCHORS = [
  'debt_due', 'debt_received', 'offer_not_signed',
  'proposal_countered', 'installment_due', 'payment_late', 'agreement_at_risk',
] as const
export type Anchor = (typeof ANCHORS)[number]

/** What a step may wait for beyond what stops every step. */
export const EXTRA_STOPS = ['any_payment', 'any_agreement', 'any_dispute', 'open_proposal'] as const
export type ExtraStop = (typeof EXTRA_STOPS)[number]

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 40 })
export const RulerCode = Said(Slug, 'The ruler’s own code: a publication takes the place of the published ruler with the same code', ['padrao'])
export const StepKey = Said(Slug, 'The step’s own name: it is taken once for each debt, installment or event, in whatever version of the ruler', ['d3'])
const TemplateKey = Said(Slug, 'The key of a published template, or of a built-in one', ['debt-reminder'])
const Channels = Type.Array(Words(['email', 'sms', 'whatsapp', 'push', 'voice'] as const), { minItems: 1, maxItems: 5, uniqueItems: true, description: 'In order: the first one by which the person can and wants to be reached' })
const Hour = Type.Integer({ minimum: 8, maximum: 19, description: 'Not before this hour of the person’s own clock; the law’s hours hold in any case' })

/** How late a debt was on the day on which it was sent, in days; negative where it was not due yet. */
const LateAtReceipt = Closed({ min: Type.Optional(Type.Integer({ minimum: -3_650, maximum: 36_500 })), max: Type.Optional(Type.Integer({ minimum: -3_650, maximum: 36_500 })) }, { description: 'How many days late a debt was when it was sent; negative where it was not due yet. For `debt_due` and `debt_received`' })

export const RulerStep = Closed({
  key: StepKey,
  anchor: Words(ANCHORS, { description: 'What the days count from. `debt_due`: the due date; `debt_received`: the day on which a debt that was due already was sent; `offer_not_signed`: a sheet of offers of which nothing was agreed; `proposal_countered`: the creditor’s counter-offer; `installment_due`; `payment_late`: the first business day on which a missed payment is known; `agreement_at_risk`: two installments late, before notice of the break. Answers to disputes and proposals, notices and reminders of a promised day go out without a ruler; of installments where no ruler in force has a step for them' }),
  offsetDays: Type.Integer({ minimum: -60, maximum: 3_650, description: 'Days after the anchor; negative before it. Events have nothing before them' }),
  windowDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 30, description: 'For so many days more a step that was held, or fell on a day without contact, is still good; 3 when left out' })),
  onPayday: Type.Optional(Type.Boolean({ description: 'Moved to the next day on which wages are paid: the fifth business day or the 20th, whichever comes first' })),
  channels: Channels,
  templateKey: TemplateKey,
  hour: Type.Optional(Hour),
  segmentId: Type.Optional(Said(IdOf('segment'), 'Only people in this segment')),
  lateAtReceipt: Type.Optional(LateAtReceipt),
  stopOn: Type.Optional(Type.Array(Words(EXTRA_STOPS), { maxItems: EXTRA_STOPS.length, uniqueItems: true, description: 'What stops this step too. Every step stops where the debt is paid, settled, in an agreement, disputed, on hold, prescribed or withdrawn, the person has died, is the wrong one or in hardship, has promised a day or paid in the last 5 days, or does not want it. `any_payment`: paid anything in the last 30 days instead of 5; `any_agreement`: has another agreement; `any_dispute`: contests another debt; `open_proposal`: waits for an answer' })),
}, { description: 'One message, at most once for each debt, installment or event. A person gets one message on one day from all rulers of a creditor: debts at the same step share it, other steps wait within their windows' })
export type RulerStep = Static<typeof RulerStep>

export const RulerInput = Closed({
  code: RulerCode,
  name: Line(80),
  steps: Type.Optional(Type.Array(RulerStep, { minItems: 1, maxItems: 60, description: 'The built-in ruler’s steps when left out' })),
}, { examples: [{ code: 'padrao', name: 'Régua padrão', steps: [{ key: 'd3', anchor: 'debt_due', offsetDays: 3, channels: ['email', 'sms'], templateKey: 'debt-reminder' }] }] })
export type RulerInput = Static<typeof RulerInput>

export const Ruler = Type.Object({
  id: IdOf('ruler'),
  code: Type.String(),
  name: Type.String(),
  version: Nullable(Type.Integer({ description: 'Counted by code; null for a draft' })),
  status: Words(RULER_STATUSES),
  pausedAt: Nullable(Instant),
  steps: Type.Array(RulerStep),
  createdAt: Instant,
  publishedAt: Nullable(Instant),
})
export type Ruler = Static<typeof Ruler>
export const Rulers = ListOf(Ruler)
export const RulerQuery = Closed({ cursor: Type.Optional(Cursor), limit: Type.Optional(Limit) })

export const RulerPause = Closed({ paused: Type.Boolean({ description: 'A paused ruler sends nothing, what waits to be sent included' }) })
export type RulerPause = Static<typeof RulerPause>

export const PreviewInput = Closed({
  on: Type.Optional(Said(Day, 'The day that is looked at, today or later; what is known now is taken for it')),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'How many people are listed; 50 when left out' })),
})
export type PreviewInput = Static<typeof PreviewInput>

const Count = Type.Integer({ minimum: 0 })
const HeldRule = Type.String({ description: 'What holds it: a stop (`agreement`, `dispute`, `hold`, `barred`, `death`, `hardship`, `wrong_person`, `promise`, `payment`, `grace`...), a rule of contact (`contact_cap`, `opted_out`...), `no_address`, or `one_a_day`' })

export const PreviewPerson = Type.Object({
  debtorId: IdOf('debtor'),
  debts: Type.Array(Type.String(), { description: 'The creditor’s own ids of the debts that the person’s steps are about' }),
  message: Nullable(Type.Object({
    step: Type.String(),
    templateKey: Type.String(),
    channel: Type.String({ description: 'The first one by which the person can be reached' }),
    notBefore: Instant,
    goodUntil: Day,
    arm: Nullable(Type.String({ description: 'Of the experiment that runs on the step' })),
    heldOut: Type.Boolean({ description: 'In the hold-out of an experiment: nothing is sent' }),
  })),
  held: Type.Array(Type.Object({ step: Type.String(), rule: HeldRule, until: Nullable(Day) })),
})
export type PreviewPerson = Static<typeof PreviewPerson>

export const Preview = Type.Object({
  on: Day,
  isContactDay: Type.Boolean({ description: 'On Saturdays, Sundays and holidays nothing is planned: what is shown then waits within its window' }),
  people: Type.Integer({ minimum: 0, description: 'Who was looked at: the creditor’s people from the cursor on, ten thousand at most' }),
  messages: Count,
  heldOut: Count,
  steps: Type.Array(Type.Object({ step: Type.String(), channel: Type.String(), messages: Count })),
  held: Type.Array(Type.Object({ step: Type.String(), rule: HeldRule, count: Count }), { description: 'Steps of debts, installments and events that are held back today' }),
  data: Type.Array(PreviewPerson),
  unlisted: Type.Integer({ minimum: 0, description: 'People counted here and not in `data`' }),
  nextCursor: Nullable(Type.String({ description: 'Where the next people begin; null when all were looked at' })),
})
export type Preview = Static<typeof Preview>

export const RULER_SIMULATION_STATUSES = ['queued', 'running', 'completed', 'failed'] as const

export const RulerSimulationInput = Closed({
  from: Type.Optional(Said(Day, 'The first day, today or later; today when left out')),
  days: Type.Integer({ minimum: 1, maximum: 366, examples: [90] }),
  paidBps: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'Assumed: of the people who get a message, the share that pays what their first one is about; 0 when left out' })),
  paidAfterDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, description: 'Assumed: so many days after it; 7 when left out' })),
}, { description: 'What is assumed of people: nothing of it is known of anybody' })
export type RulerSimulationInput = Static<typeof RulerSimulationInput>

export const RulerLoad = Type.Object({
  people: Type.Integer({ minimum: 0, description: 'The creditor’s people' }),
  reached: Type.Integer({ minimum: 0, description: 'Of these, who would get a message of any of the creditor’s rulers' }),
  messages: Count,
  heldOut: Type.Integer({ minimum: 0, description: 'Not sent to the hold-outs of experiments that run' }),
  busiest: Nullable(Type.Object({ on: Day, messages: Count })),
  mostPerPerson: Type.Object({ inWeek: Count, inAll: Count }, { description: 'What the person with the most messages would get from all of the creditor’s rulers' }),
  steps: Type.Array(Type.Object({ step: Type.String(), channel: Type.String(), messages: Count })),
  held: Type.Array(Type.Object({ step: Type.String(), rule: HeldRule, count: Count }), { description: 'Steps of debts, installments and events that a rule held back on one day or more; many of them go out later in their window' }),
  days: Type.Array(Type.Object({ on: Day, step: Type.String(), channel: Type.String(), messages: Count })),
})
export type RulerLoad = Static<typeof RulerLoad>

const rulerSimulation = {
  id: IdOf('simulation'),
  rulerId: IdOf('ruler'),
  status: Words(RULER_SIMULATION_STATUSES),
  from: Day,
  days: Type.Integer(),
  paidBps: Type.Integer(),
  paidAfterDays: Type.Integer(),
  people: Type.Integer({ description: 'People counted so far' }),
  createdAt: Instant,
  completedAt: Nullable(Instant),
}
export const RulerSimulationSummary = Type.Object(rulerSimulation)
export type RulerSimulationSummary = Static<typeof RulerSimulationSummary>
export const RulerSimulations = ListOf(RulerSimulationSummary)
export const RulerSimulation = Type.Object({ ...rulerSimulation, result: Nullable(RulerLoad) })
export type RulerSimulation = Static<typeof RulerSimulation>
