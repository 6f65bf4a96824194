import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { ANCHOR_PURPOSES } from './anchors.ts'
import { WINDOW_DAYS } from './check-steps.ts'
import { occurrencesOf } from './occurrences.ts'
import { nextPayday } from './paydays.ts'
import type { DueStep, Occurrence, PersonFacts, RulerInForce } from './types.ts'

/** No payday is further away: from the 21st to the fifth business day after the longest run of holidays. */
const FURTHEST_PAYDAY_DAYS = 25

/**
 * The steps of a creditor's rulers that are due for a person on a day, in the order in which they come first: what is a service
 * before collection, then as the rulers have them. Nothing is said yet of what holds them back.
 */
export function dueSteps(person: PersonFacts, rulers: readonly RulerInForce[], on: LocalDate): DueStep[] {
  const byAnchor = Map.groupBy(occurrencesOf(person, on), ({ anchor }) => anchor)
  if (byAnchor.size === 0) return []
  const due = rulers.flatMap((ruler) => ruler.steps.flatMap((step) => (byAnchor.get(step.anchor) ?? []).flatMap((occurrence) => dueOn(person, { ruler, step, occurrence }, on))))
  return due.length < 2 ? due : due.sort((a, b) => rank(a) - rank(b))
}

function dueOn(person: PersonFacts, candidate: Omit<DueStep, 'lastOn'>, on: LocalDate): DueStep[] {
  const { step, occurrence } = candidate
  const windowDays = step.windowDays ?? WINDOW_DAYS
  const age = daysBetween(occurrence.on, on) - step.offsetDays
  if (age < 0 || age > windowDays + (step.onPayday ? FURTHEST_PAYDAY_DAYS : 0)) return []
  const day = dayOf(step, occurrence)
  const lastOn = addDays(day, windowDays)
  return day <= on && on <= lastOn && arrivedFor(step, occurrence, person) ? [{ ...candidate, lastOn }] : []
}

function dayOf({ offsetDays, onPayday }: RulerStep, { on }: Occurrence): LocalDate {
  const day = addDays(on, offsetDays)
  return onPayday ? nextPayday(day) : day
}

function arrivedFor({ lateAtReceipt }: RulerStep, { debtIds }: Occurrence, { debts }: PersonFacts): boolean {
  if (!lateAtReceipt) return true
  const { min = -Infinity, max = Infinity } = lateAtReceipt
  const debt = debts.find(({ id }) => id === debtIds[0])!
  const late = daysBetween(debt.dueOn, debt.receivedOn)
  return min <= late && late <= max
}

function rank({ step }: DueStep): number {
  return ANCHOR_PURPOSES[step.anchor] === 'service' ? 0 : 1
}
