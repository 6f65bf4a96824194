import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { debtsInNews } from '../debts/index.ts'
import { escalationsUnderWay } from './escalations.repository.ts'
import { holdEscalation } from './hold-escalation.ts'
import { stopEscalation } from './stop-escalation.ts'
import { takeStep } from './take-step.ts'
import { isPossible } from './transitions.rules.ts'

const SYSTEM = { kind: 'system' } as const

/** Part of the job `hear-news`: stops what a dispute, a pause, an agreement or a payment forbids, and ends what was delisted. */
export async function heedNewsOfEscalations(platform: Platform, { creditorId, eventIds }: { creditorId: string; eventIds: readonly string[] }): Promise<void> {
  const news = await platform.transact(SYSTEM, { creditorId }, (work) => debtsInNews(work.tx, creditorId, eventIds))
  const delisted = new Set(news.filter(({ type }) => type === 'delisting.confirmed').map(({ debtId }) => debtId))
  const ids = await platform.transact(SYSTEM, { creditorId }, (work) => escalationsUnderWay(work.tx, creditorId, news.map(({ debtId }) => debtId)))
  for (const id of ids) await platform.transact(SYSTEM, { creditorId }, (work) => heed(work, { creditorId, id }, delisted))
}

async function heed(work: Work, key: { creditorId: string; id: string }, delisted: ReadonlySet<string>): Promise<void> {
  const held = await holdEscalation(work, key)
  if (!held || (await stopEscalation(work, held))) return
  const { escalation } = held
  if (escalation.kind === 'listing' && delisted.has(escalation.debtId) && isPossible('end', escalation.state)) await takeStep(work, escalation, 'end')
}
