import type { PreviewInput } from '@repactua/shared/contract/rulers.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { externalIdsOf, nextPeople } from './facts.repository.ts'
import { besideOthers, type RulersInForce } from './load-rulers.ts'
import { planPeople, type PlannedPerson } from './plan-people.ts'
import { readRuler } from './read-rulers.ts'
import { morningOf } from './morning.rules.ts'
import type { RulerRecord } from './rulers.repository.ts'

const PEOPLE_A_BATCH = 2_500
const BATCHES = 4
const FURTHEST_DAYS = 366

/** What a preview has looked at. */
export interface Previewed {
  ruler: RulerRecord
  on: LocalDate
  people: number
  plans: readonly PlannedPerson[]
  externalIds: ReadonlyMap<string, string>
  limit: number
  nextCursor: string | null
}

/**
 * What a ruler, in force or not, would send on a day beside the creditor's others, by the way of the planner itself; writes
 * nothing. Refuses days that are over or more than a year away.
 */
export async function previewRuler(work: Work, id: string, { on = work.today, cursor, limit = 50 }: PreviewInput): Promise<Previewed> {
  const creditorId = creditorOf(work)
  const ahead = daysBetween(work.today, on)
  if (ahead < 0 || ahead > FURTHEST_DAYS) throw new AppError('preview_day_out_of_reach')
  const ruler = await readRuler(work, id)
  const { people, plans, nextCursor } = await planPages(work, creditorId, await besideOthers(work, ruler), { on, after: cursor === undefined ? null : readCursor(cursor) })
  const own = plans.filter(({ plan }) => plan.step?.ruler.code === ruler.code || plan.held.some(({ due }) => due.ruler.code === ruler.code))
  const debtIds = own.slice(0, limit).flatMap(debtIdsOf)
  return { ruler, on, people, plans: own, limit, nextCursor, externalIds: await externalIdsOf(work, creditorId, debtIds) }
}

async function planPages(work: Work, creditorId: string, rulers: RulersInForce, { on, after }: { on: LocalDate; after: string | null }) {
  const now = on === work.today ? work.clock.now() : morningOf(on)
  const plans: PlannedPerson[] = []
  let people = 0
  let next = after
  let nextCursor: string | null = null
  for (let batch = 0; batch < BATCHES; batch++) {
    const rows = await nextPeople(work, creditorId, next, PEOPLE_A_BATCH + 1)
    const page = rows.slice(0, PEOPLE_A_BATCH)
    plans.push(...(await planPeople(work, creditorId, page, rulers, { on, now })))
    people += page.length
    next = page.at(-1)?.debtorId ?? next
    nextCursor = pageOf(rows.map(({ debtorId }) => ({ id: debtorId })), PEOPLE_A_BATCH).nextCursor
    if (nextCursor === null) break
  }
  return { people, plans, nextCursor }
}

function debtIdsOf({ plan: { step, held } }: PlannedPerson): string[] {
  return [...(step?.debtIds ?? []), ...held.flatMap(({ due }) => due.occurrence.debtIds)]
}
