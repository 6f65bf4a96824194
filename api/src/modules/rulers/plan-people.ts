import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { dueSteps } from '../../core/rulers/due-steps.ts'
import { planPerson, type PersonPlan } from '../../core/rulers/plan-person.ts'
import type { DueStep, PersonDetails, PersonFacts } from '../../core/rulers/types.ts'
import type { Work } from '../../platform/work.ts'
import { profilesOf } from '../segments/index.ts'
import { contactsOf } from './contacts.repository.ts'
import { factsOf, type PersonRow } from './facts.repository.ts'
import type { RulersInForce } from './load-rulers.ts'
import { findTaken, takenKey } from './steps-taken.repository.ts'

/** A day on which people are planned for, and the instant before which nothing is sent. */
export interface Day {
  on: LocalDate
  now: Date
}

/** What comes of one person's day; nobody is in the list for whom no step is due. */
export interface PlannedPerson {
  person: PersonRow
  plan: PersonPlan
}

/**
 * What these people of a creditor get on a day, and what holds the rest back. Reads sets and never one person; asks for profiles,
 * contacts and wishes only of those for whom a step is due. Writes nothing.
 */
export async function planPeople(work: Work, creditorId: string, people: readonly PersonRow[], rulers: RulersInForce, day: Day): Promise<PlannedPerson[]> {
  const facts = await factsOf(work, creditorId, people, day.on)
  const due = facts.map((person) => dueSteps(person, rulers.rulers, day.on))
  const taken = await findTaken(work.tx, creditorId, due.flat())
  const open = people.map((person, i) => ({ person, facts: facts[i]!, due: due[i]!.filter((one) => !taken.has(takenKey(one))) })).filter((one) => one.due.length > 0)
  const detailsFor = await loadDetails(work, creditorId, open, day)
  return open.flatMap((one) => planOne(one, detailsFor(one.person), rulers, day))
}

/** A person with the steps that are due and not taken. */
interface OpenPerson {
  person: PersonRow
  facts: PersonFacts
  due: readonly DueStep[]
}

function planOne({ person, facts, due }: OpenPerson, details: PersonDetails | null, { segments, armFor }: RulersInForce, day: Day): PlannedPerson[] {
  return details ? [{ person, plan: planPerson(facts, due, details, { ...day, segments, armFor }) }] : []
}

/** What is asked only of people for whom a step is due; null for somebody who is no debtor of this creditor. */
export async function loadDetails(work: Work, creditorId: string, open: readonly { person: PersonRow }[], { now }: Pick<Day, 'now'>): Promise<(person: PersonRow) => PersonDetails | null> {
  const people = open.map(({ person }) => person)
  const profiles = await profilesOf(work, creditorId, people.map(({ debtorId }) => debtorId))
  const { before, choices } = await contactsOf(work, people, now)
  return ({ debtorId, cpfIndex }) => {
    const profile = profiles.get(debtorId)
    const index = cpfIndex.toString('hex')
    return profile ? { profile, sentBefore: before.get(index) ?? [], choices: choices.get(index) ?? [] } : null
  }
}
