import type { Anchor, RulerStep } from '@repactua/shared/contract/rulers.ts'
import type { DEBT_STATUSES, HOLD_REASONS } from '@repactua/shared/contract/debts.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'
import type { SegmentCondition } from '@repactua/shared/contract/segments.ts'
import type { BreakRule } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { ContactChoice, PastContact } from '../contact/types.ts'
import type { Profile } from '../segments/types.ts'

/** A debt as far as a ruler looks at it. */
export interface DebtFacts {
  id: string
  status: (typeof DEBT_STATUSES)[number]
  hold: (typeof HOLD_REASONS)[number] | null
  /** What pauses it while it is in an agreement, of which its status says nothing. */
  pause: 'dispute' | 'hold' | null
  dueOn: LocalDate
  receivedOn: LocalDate
  prescribesOn: LocalDate
}

/** An agreement in course with its open installments, by their due dates. Voluntary ones are none of a ruler's. */
export interface AgreementFacts {
  id: string
  debtIds: readonly string[]
  open: readonly { number: number; dueOn: LocalDate }[]
  /** Null where no arrears break it: a court's plan. */
  breakRule: BreakRule | null
  noticeOn: LocalDate | null
}

/** Something that happened, with its last day where it has one. */
export interface EventFacts {
  anchor: 'offer_not_signed' | 'proposal_countered'
  id: string
  on: LocalDate
  lastOn: LocalDate | null
  debtIds: readonly string[]
}

/** What one creditor has of a person on a day. */
export interface PersonFacts {
  debtorId: string
  state: string | null
  city: string | null
  debts: readonly DebtFacts[]
  agreements: readonly AgreementFacts[]
  events: readonly EventFacts[]
  /** A proposal of theirs waits for an answer. */
  hasOpenProposal: boolean
  /** The day on which they said they would pay, where nothing has come of it yet. */
  promisedOn: LocalDate | null
}

/** What is asked only of people for whom a step is due. */
export interface PersonDetails {
  profile: Profile
  sentBefore: readonly (Omit<PastContact, 'sameDebt'> & { debtIds: readonly string[] })[]
  choices: readonly ContactChoice[]
}

/** What a step counts its days from: one debt, one installment, one event. `id` is the same whenever it is looked at. */
export interface Occurrence {
  anchor: Anchor
  id: string
  on: LocalDate
  debtIds: readonly string[]
  /** For the template: days by their names. */
  values: Readonly<Record<string, string>>
}

/** A ruler in force. */
export interface RulerInForce {
  rulerId: string
  code: string
  steps: readonly RulerStep[]
}

/** A step that is due for a person, and the days until which it is good. */
export interface DueStep {
  ruler: RulerInForce
  step: RulerStep
  occurrence: Occurrence
  lastOn: LocalDate
}

/** What is to be sent to a person on a day. */
export interface PlannedStep {
  ruler: RulerInForce
  step: RulerStep
  /** Of all debts, installments or events that share the message. */
  due: readonly DueStep[]
  debtIds: readonly string[]
  channels: RulerStep['channels']
  /** The first of them by which the person has an address and nothing holds it. */
  channel: Channel
  templateKey: string
  notBefore: Date
  lastOn: LocalDate
}

/** What keeps a step from being taken today. `until` is the day on which that ends by itself, where it is known. */
export interface HeldStep {
  due: DueStep
  rule: string
  until: LocalDate | null
}

/** What a day's planning goes by. */
export interface PlanningDay {
  on: LocalDate
  /** Nothing is sent before this instant. */
  now: Date
  /** The conditions of the segments that the steps name, by their ids. */
  segments: ReadonlyMap<string, SegmentCondition>
  /** The arm of an experiment that a person is in at a step; null where none runs there. */
  armFor(due: DueStep, debtorId: string): ExperimentArm | null
}
