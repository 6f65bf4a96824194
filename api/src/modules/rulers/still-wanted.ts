import { occurrencesOf } from '../../core/rulers/occurrences.ts'
import { stopOf } from '../../core/rulers/stops.ts'
import type { DueStep, PersonDetails, PersonFacts } from '../../core/rulers/types.ts'
import type { Work } from '../../platform/work.ts'
import type { StillWanted } from '../messaging/index.ts'
import { factsOf, findPeople } from './facts.repository.ts'
import { loadDetails } from './plan-people.ts'
import { publishedRulers, type RulerRecord } from './rulers.repository.ts'

type Asked = Parameters<StillWanted>[1][number]

const STEP_KEY = /^ruler:(?<code>[^:]+):(?<step>[^:]+):/

/**
 * Which messages of rulers are no longer wanted, and why: the ruler is paused or says it no more, what the message is about is
 * over, or something holds it that came after the plan. Messages of no ruler are left to others.
 */
export const stillWanted: StillWanted = async (work, messages) => {
  const asked = messages.filter(({ stepKey, origin }) => origin !== null && STEP_KEY.test(stepKey))
  const [first] = asked
  if (!first) return new Map()
  // All of them are one creditor's: a transaction sees no other's.
  const { creditorId } = first
  const rulers = await publishedRulers(work.tx, creditorId)
  const known = await loadPeople(work, creditorId, asked)
  return new Map(asked.flatMap((message) => {
    const reason = whyNot(message, rulers, known.get(message.debtorId), work.today)
    return reason === null ? [] : [[message.id, reason] as const]
  }))
}

interface Known {
  facts: PersonFacts
  details: PersonDetails | null
}

async function loadPeople(work: Work, creditorId: string, asked: readonly Asked[]): Promise<Map<string, Known>> {
  const people = await findPeople(work, creditorId, [...new Set(asked.map(({ debtorId }) => debtorId))])
  const facts = await factsOf(work, creditorId, people, work.today)
  const detailsFor = await loadDetails(work, creditorId, people.map((person) => ({ person })), { now: work.clock.now() })
  return new Map(people.map((person, i) => [person.debtorId, { facts: facts[i]!, details: detailsFor(person) }]))
}

function whyNot({ stepKey, debtIds }: Asked, rulers: readonly RulerRecord[], known: Known | undefined, on: string): string | null {
  const { code, step: key } = STEP_KEY.exec(stepKey)!.groups as { code: string; step: string }
  const ruler = rulers.find((one) => one.code === code)
  if (!ruler || ruler.pausedAt !== null) return ruler ? 'ruler_paused' : 'ruler_gone'
  const step = ruler.steps.find((one) => one.key === key)
  if (!step) return 'step_gone'
  if (!known) return 'settled'
  const about = occurrencesOf(known.facts, on).filter(({ anchor, debtIds: of }) => anchor === step.anchor && of.some((id) => debtIds.includes(id)))
  const stops = about.map((occurrence) => stopOf(known.facts, dueOf({ ruler, step, occurrence, on }), on, known.details))
  return stops.includes(null) ? null : (stops[0] ?? 'over')
}

function dueOf({ ruler: { id, code, steps }, step, occurrence, on }: { ruler: RulerRecord; step: DueStep['step']; occurrence: DueStep['occurrence']; on: string }): DueStep {
  return { ruler: { rulerId: id, code, steps }, step, occurrence, lastOn: on }
}
