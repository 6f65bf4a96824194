import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { inSegment } from '../segments/in-segment.ts'
import { reachPerson } from './reach-person.ts'
import { stopOf } from './stops.ts'
import type { DueStep, HeldStep, PersonDetails, PersonFacts, PlannedStep, PlanningDay } from './types.ts'

/** What comes of a person's day: a message or none, the arm of an experiment at that step, and what is held back. */
export interface PersonPlan {
  step: PlannedStep | null
  arm: ExperimentArm | null
  held: readonly HeldStep[]
}

/**
 * Decides what a person gets on a day: the first of the steps that nothing holds back, for everything that is at the same step;
 * other steps wait. `due` are the steps not taken yet, in the order in which they come first. A step whose arm is a hold-out
 * is taken and not sent.
 */
export function planPerson(person: PersonFacts, due: readonly DueStep[], details: PersonDetails, day: PlanningDay): PersonPlan {
  const held: HeldStep[] = []
  const free = due.filter((one) => isInAudience(one, details, day) && isFree(person, one, details, day, held))
  const groups = [...Map.groupBy(free, ({ ruler, step }) => `${ruler.code} ${step.key}`).values()]
  for (const [i, group] of groups.entries()) {
    const arm = day.armFor(group[0]!, person.debtorId)
    const reached = reachPerson(person, { due: group, arm }, details, day)
    if ('rule' in reached) held.push(...group.map((one) => ({ due: one, ...reached })))
    else return { step: reached, arm, held: [...held, ...groups.slice(i + 1).flat().map(waits)] }
  }
  return { step: null, arm: null, held }
}

function isInAudience({ step: { segmentId } }: DueStep, { profile }: PersonDetails, { segments }: PlanningDay): boolean {
  if (segmentId === undefined) return true
  const condition = segments.get(segmentId)
  return condition !== undefined && inSegment(condition, profile)
}

function isFree(person: PersonFacts, due: DueStep, details: PersonDetails, { on }: PlanningDay, held: HeldStep[]): boolean {
  const rule = stopOf(person, due, on, details)
  if (rule === null) return true
  held.push({ due, rule, until: rule === 'grace' ? addDays(due.occurrence.on, details.profile.graceDays) : null })
  return false
}

function waits(due: DueStep): HeldStep {
  return { due, rule: 'one_a_day', until: null }
}
