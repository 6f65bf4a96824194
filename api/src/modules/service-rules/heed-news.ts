import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { debtsInNews } from '../debts/index.ts'
import { endRestriction } from './end-restriction.ts'
import { holdRestriction } from './hold-restriction.ts'
import { lastingRestrictions } from './restrictions.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** Part of the job `hear-news`: gives back what a dispute, a pause, a signature or a payment gives back. */
export async function heedNewsOfServices(platform: Platform, { creditorId, eventIds }: { creditorId: string; eventIds: readonly string[] }): Promise<void> {
  const ids = await platform.transact(SYSTEM, { creditorId }, async ({ tx }) => {
    const news = await debtsInNews(tx, creditorId, eventIds)
    return lastingRestrictions(tx, creditorId, news.map(({ debtId }) => debtId))
  })
  for (const id of ids) await platform.transact(SYSTEM, { creditorId }, (work) => heed(work, { creditorId, id }))
}

async function heed(work: Work, key: { creditorId: string; id: string }): Promise<void> {
  const held = await holdRestriction(work, key)
  if (held.stop && held.restriction.endedAt === null) await endRestriction(work, held, held.stop)
}
