import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import type { PastContact } from '../contact/types.ts'
import { ANCHOR_PURPOSES } from './anchors.ts'
import { dueSteps } from './due-steps.ts'
import type { LoadTotals } from './load-totals.ts'
import { planPerson, type PersonPlan } from './plan-person.ts'
import type { DueStep, PersonDetails, PersonFacts, PlannedStep, PlanningDay, RulerInForce } from './types.ts'

/** What a simulation goes by. */
export interface SimulationFrame extends Pick<PlanningDay, 'segments' | 'armFor'> {
  rulers: readonly RulerInForce[]
  from: LocalDate
  days: number
  /** The instant of a day at which its round runs. */
  roundOf(on: LocalDate): Date
  /** Whether this person pays what their first message is about so many days after it; null where they pay nothing. */
  paysAfterDays(debtorId: string): number | null
}

interface Life {
  person: PersonFacts
  details: PersonDetails
  taken: Set<string>
  told: Set<string>
  sent: LocalDate[]
  pays: { on: LocalDate; debtIds: ReadonlySet<string> } | null
}

/**
 * Lives a person's days through by the planner itself and counts into `totals` what they would get and what would be held back.
 * Nothing new is bought, agreed or contested, and nobody pays but those of whom it is assumed.
 */
export function simulatePerson(person: PersonFacts, details: PersonDetails, frame: SimulationFrame, totals: LoadTotals): void {
  const life: Life = { person, details: { ...details, sentBefore: [...details.sentBefore] }, taken: new Set(), told: new Set(), sent: [], pays: null }
  for (let day = 0; day < frame.days; day++) {
    const on = addDays(frame.from, day)
    if (isBusinessDay(on)) liveDay(life, on, frame, totals)
  }
  totals.countPerson(life.sent.length, mostInWeek(life.sent))
}

function liveDay(life: Life, on: LocalDate, frame: SimulationFrame, totals: LoadTotals): void {
  if (life.pays && on >= life.pays.on) pay(life, life.pays.debtIds)
  const due = dueSteps(life.person, frame.rulers, on).filter((one) => !life.taken.has(nameOf(one)))
  if (due.length === 0) return
  const details = { ...life.details, profile: agedProfile(life.details.profile, daysBetween(frame.from, on)) }
  const plan = planPerson(life.person, due, details, { on, now: frame.roundOf(on), segments: frame.segments, armFor: frame.armFor })
  countHeld(life, plan, totals)
  if (!plan.step) return
  for (const one of plan.step.due) life.taken.add(nameOf(one))
  if (plan.arm?.nothing) totals.countHeldOut(plan.step.ruler.code)
  else send(life, plan.step, on, frame, totals)
}

function send(life: Life, step: PlannedStep, on: LocalDate, frame: SimulationFrame, totals: LoadTotals): void {
  totals.countMessage({ on, ruler: step.ruler.code, step: step.step.key, channel: step.channel })
  const past: Omit<PastContact, 'sameDebt'> = { at: step.notBefore, channel: step.channel, purpose: ANCHOR_PURPOSES[step.step.anchor], samePerson: true, sameAddress: true }
  life.details = { ...life.details, sentBefore: [...life.details.sentBefore.slice(-8), { ...past, debtIds: step.debtIds }] }
  life.sent.push(on)
  const days = frame.paysAfterDays(life.person.debtorId)
  if (days !== null) life.pays ??= { on: addDays(on, days), debtIds: new Set(step.debtIds) }
}

// A step that is held on three days is one step that was held.
function countHeld(life: Life, { held }: PersonPlan, totals: LoadTotals): void {
  for (const { due, rule } of held) {
    const name = `${nameOf(due)} ${rule}`
    if (!life.told.has(name)) totals.countHeld({ ruler: due.ruler.code, step: due.step.key, rule })
    life.told.add(name)
  }
}

function pay(life: Life, debtIds: ReadonlySet<string>): void {
  const { debts, agreements, events } = life.person
  const isPaid = (ids: readonly string[]) => ids.some((id) => debtIds.has(id))
  life.person = {
    ...life.person,
    debts: debts.filter(({ id }) => !debtIds.has(id)),
    agreements: agreements.filter((one) => !isPaid(one.debtIds)),
    events: events.filter((one) => !isPaid(one.debtIds)),
  }
  life.pays = null
}

function agedProfile(profile: PersonDetails['profile'], days: number): PersonDetails['profile'] {
  const { overdueDays, daysSincePayment, daysSinceAnswer } = profile
  const aged = (since: number | null) => (since === null ? null : since + days)
  return { ...profile, overdueDays: overdueDays === 0 ? 0 : overdueDays + days, daysSincePayment: aged(daysSincePayment), daysSinceAnswer: aged(daysSinceAnswer) }
}

function mostInWeek(sent: readonly LocalDate[]): number {
  return sent.reduce((most, on, i) => Math.max(most, sent.slice(0, i + 1).filter((other) => daysBetween(other, on) < 7).length), 0)
}

function nameOf({ ruler, step, occurrence }: DueStep): string {
  return `${ruler.code} ${step.key} ${occurrence.id}`
}
