import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { clocksOf, instantOf, localMinuteOf } from '../contact/local-clock.ts'
import { mayContact } from '../contact/may-contact.ts'
import type { Profile } from '../segments/types.ts'
import { ANCHOR_PURPOSES } from './anchors.ts'
import type { DueStep, HeldStep, PersonDetails, PersonFacts, PlannedStep, PlanningDay } from './types.ts'

/** The debts, installments or events at one step, and the arm of the person at it. */
interface Group {
  due: readonly DueStep[]
  arm: ExperimentArm | null
}

/**
 * By which channel and from which instant of the day a step can reach a person, by their addresses and wishes, the caps and the
 * hours; or the rule that holds it. Addresses that several people share are counted when it is sent.
 */
export function reachPerson(person: PersonFacts, group: Group, details: PersonDetails, day: Pick<PlanningDay, 'on' | 'now'>): PlannedStep | Omit<HeldStep, 'due'> {
  const { due: [{ ruler, step }], arm } = group as Group & { due: [DueStep] }
  const channels = arm?.channels ?? step.channels
  let first: Omit<HeldStep, 'due'> | null = null
  for (const channel of channels.filter((one) => hasAddress(one, details.profile))) {
    const found = tryChannel(channel, person, group, details, day)
    if (found instanceof Date) return { ruler, step, due: group.due, debtIds: debtsOf(group), channels, channel, templateKey: arm?.templateKey ?? step.templateKey, notBefore: found, lastOn: lastOf(group) }
    first ??= found
  }
  return first ?? { rule: 'no_address', until: null }
}

// Browsers that take messages are known to whoever sends, and there nobody minds if there are none.
function hasAddress(channel: Channel, { hasEmail, hasPhone }: Profile): boolean {
  return channel === 'push' ? false : channel === 'email' ? hasEmail : hasPhone
}

function tryChannel(channel: Channel, person: PersonFacts, group: Group, details: PersonDetails, { on, now }: Pick<PlanningDay, 'on' | 'now'>): Date | Omit<HeldStep, 'due'> {
  const from = startOf(person, group, { on, now })
  const debtIds = new Set(debtsOf(group))
  const sentBefore = details.sentBefore.map((past) => ({ ...past, sameDebt: past.debtIds.some((id) => debtIds.has(id)) }))
  const { state, city } = person
  const answer = mayContact({ channel, purpose: ANCHOR_PURPOSES[group.due[0]!.step.anchor], state, city, now: from, sentBefore, choices: details.choices, blocked: false })
  if (answer.ok) return from
  const until = answer.until && dayIn(person, answer.until)
  return until === on ? answer.until! : { rule: answer.rule, until }
}

// Where the clock is not known the one furthest behind counts.
function startOf(person: PersonFacts, { due, arm }: Group, { on, now }: Pick<PlanningDay, 'on' | 'now'>): Date {
  const hour = arm?.hour ?? due[0]!.step.hour
  if (hour === undefined) return now
  const wished = instantOf({ on, minute: hour * 60 }, clocksOf(person)[0]!)
  return wished > now ? wished : now
}

function dayIn(person: PersonFacts, instant: Date): LocalDate {
  return localMinuteOf(instant, clocksOf(person)[0]!).on
}

function debtsOf({ due }: Group): string[] {
  return [...new Set(due.flatMap(({ occurrence }) => occurrence.debtIds))]
}

function lastOf({ due }: Group): LocalDate {
  return due.map(({ lastOn }) => lastOn).sort()[0]!
}
