import { Type, type Static } from 'typebox'
import { Cents, Closed, Cursor, Day, IdOf, Instant, Limit, Line, Nullable, Said, Sha256, Words } from './common.ts'

/** `listing` at a bureau of credit, `protest` at a registry. */
export const ESCALATION_KINDS = ['listing', 'protest'] as const
export const ESCALATION_STATES = ['proposed', 'noticed', 'proven', 'due', 'requested', 'confirmed', 'blocked', 'withdrawn', 'ended'] as const
/** Why an escalation may not go on. */
export const ESCALATION_BLOCKS = ['dispute', 'hold', 'agreement', 'paid', 'taken_back', 'replaced', 'too_old', 'below_least', 'telecom_not_ended', 'switched_off'] as const
/** What goes on by itself: nothing, the proposing, or the requesting too. */
export const ESCALATION_SWITCHES = ['nothing', 'proposing', 'requesting'] as const

const settings = {
  kinds: Type.Array(Words(ESCALATION_KINDS), { maxItems: 2, uniqueItems: true, description: 'What may be done at all; none until it is set' }),
  afterDays: Type.Integer({ minimum: 15, maximum: 1_800, description: 'How many days late a debt must be' }),
  answerDays: Type.Integer({ minimum: 10, maximum: 90, description: 'Days that the person has from the delivery of the notice' }),
  leastCents: Said(Cents, 'Debts that come to less stay out of it'),
  automatic: Words(ESCALATION_SWITCHES, { description: 'What the nightly round does without being asked. `requesting` needs that one client may decide alone (`fourEyesPublishing` off)' }),
}

/** Whether and how a creditor has debts listed or protested. */
export const EscalationSettings = Closed(settings)
export type EscalationSettings = Static<typeof EscalationSettings>

export const EscalationInput = Closed({
  kind: Words(ESCALATION_KINDS),
  contractEndedOn: Type.Optional(Said(Day, 'Telecom: the day on which the contract was ended for the debt; there is no listing before it')),
})
export type EscalationInput = Static<typeof EscalationInput>

/** How it is known that the notice reached the person (STJ, Tema 1.315): who delivered it, and the SHA-256 of the receipt. */
export const ProofOfNotice = Closed({ provider: Line(80), reference: Line(80), deliveredAt: Instant, sha256: Sha256 })
export type ProofOfNotice = Static<typeof ProofOfNotice>

/** What the bureau or the registry answered. */
export const EscalationConfirmation = Closed({ institution: Line(120), reference: Line(60), confirmedOn: Day })
export type EscalationConfirmation = Static<typeof EscalationConfirmation>

export const Escalation = Type.Object({
  id: IdOf('escalation'),
  debtId: IdOf('debt'),
  debtExternalId: Type.String(),
  kind: Words(ESCALATION_KINDS),
  state: Words(ESCALATION_STATES),
  since: Instant,
  deadlineOn: Said(Nullable(Day), 'The last day that the notice leaves the person; nothing is requested before it is over'),
  lastDayOn: Said(Day, 'On which it must be over: the earlier of five years and the term of the claim (CDC 43, §§ 1 and 5)'),
  proof: Nullable(Type.Object({ provider: Type.String(), reference: Type.String(), deliveredAt: Instant, sha256: Type.String() })),
  asked: Said(Nullable(Type.Object({ by: IdOf('client'), at: Instant })), 'Where two clients decide: who asked; another one has to ask too'),
  confirmation: Nullable(Type.Object({ institution: Type.String(), reference: Type.String(), confirmedOn: Day })),
  block: Nullable(Words(ESCALATION_BLOCKS)),
  takeOff: Said(Nullable(Type.Object({ dueOn: Day, alarmedAt: Nullable(Instant) })), 'The task to take back what was requested, within five business days'),
  createdAt: Instant,
})
export type Escalation = Static<typeof Escalation>

export const EscalationQuery = Closed({
  state: Type.Optional(Words(ESCALATION_STATES)),
  kind: Type.Optional(Words(ESCALATION_KINDS)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type EscalationQuery = Static<typeof EscalationQuery>

/** What the person who owes is told of it on the debt itself. */
export const MyEscalation = Type.Object({
  kind: Words(ESCALATION_KINDS),
  state: Words(ESCALATION_STATES),
  since: Instant,
  deadlineOn: Nullable(Day),
  meaning: Type.String({ description: 'What it means, in plain Portuguese' }),
  whatToDo: Type.String({ description: 'What the person can do' }),
})
export type MyEscalation = Static<typeof MyEscalation>
