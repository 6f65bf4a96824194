import { isBusinessDay } from '../../core/calendar/bank-holidays.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { creditorIds } from '../creditors/index.ts'
import { nextPeople } from './facts.repository.ts'
import { keepPlans } from './keep-plans.ts'
import { loadRulers } from './load-rulers.ts'
import { planPeople } from './plan-people.ts'
import { keepRound, lockRound } from './rounds.repository.ts'
import { publishedRulers } from './rulers.repository.ts'

/** How many people are planned for in one transaction. */
const PEOPLE_A_BATCH = 5_000
const SYSTEM = { kind: 'system' } as const

/**
 * The job `plan-rulers`: without a creditor it sends one for each that has a ruler in force; with one it plans the day, batch
 * by batch. Killed, or run by several at once, the day has one plan: each batch is a transaction under the round's lock.
 */
export async function planRulers(platform: Platform, { creditorId }: { creditorId?: string }, peopleABatch = PEOPLE_A_BATCH): Promise<void> {
  if (!isBusinessDay(platform.clock.today())) return
  if (creditorId === undefined) return sendEach(platform)
  let isMore = true
  while (isMore) isMore = await platform.transactInBulk({ creditorId }, (work) => planBatch(work, creditorId, peopleABatch))
}

async function sendEach({ transact }: Platform): Promise<void> {
  for (const creditorId of await transact(SYSTEM, { nobody: true }, ({ tx }) => creditorIds(tx))) {
    await transact(SYSTEM, { creditorId }, async ({ tx, jobs }) => {
      const hasRuler = (await publishedRulers(tx, creditorId)).some(({ pausedAt }) => pausedAt === null)
      if (hasRuler) await jobs.send(tx, 'plan-rulers', { creditorId })
    })
  }
}

async function planBatch(work: Work, creditorId: string, limit: number): Promise<boolean> {
  const on = work.today
  const now = work.clock.now()
  const round = await lockRound(work.tx, creditorId, on, now)
  if (round.isDone) return false
  const rulers = await loadRulers(work, creditorId)
  const people = rulers.rulers.length === 0 ? [] : await nextPeople(work, creditorId, round.lastDebtorId, limit)
  const plans = people.length === 0 ? [] : await planPeople(work, creditorId, people, rulers, { on, now })
  const messages = await keepPlans(work, creditorId, plans, rulers, { on })
  const isMore = people.length === limit
  await keepRound(work.tx, creditorId, on, { last: people.at(-1)?.debtorId ?? null, people: people.length, messages, doneAt: isMore ? null : now })
  return isMore
}
