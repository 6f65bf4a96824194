import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { walkCreditors } from '../creditors/index.ts'
import { endRestriction } from './end-restriction.ts'
import { giveNoticeOfLimit } from './give-notice.ts'
import { holdRestriction, type HeldRestriction } from './hold-restriction.ts'
import { debtsToLimit, lastingRestrictions, setRestriction } from './restrictions.repository.ts'
import { daysLateToNotice, restrictionStep } from './restrictions.rules.ts'
import { findServiceRules } from './service-rules.repository.ts'
import { tellSystems } from './tell-restriction.ts'

/** New notices of a rule and a creditor in one night; the others follow. */
const MOST_OF_NIGHT = 5_000

/** A round of the night: ends what may not be, limits what was noticed and is due, and gives notice of what comes. */
export async function tendRestrictions(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, { find: (work, creditorId) => lastingRestrictions(work.tx, creditorId, null), take: (work, creditorId, id) => tend(work, { creditorId, id }) })
  await walkCreditors(desk, { find: findNew, take: (work, creditorId, { rule, externalId }) => giveNoticeOfLimit(work, { creditorId, externalId }, rule) })
}

async function tend(work: Work, key: { creditorId: string; id: string }): Promise<void> {
  const held = await holdRestriction(work, key)
  const { restriction, debt, stop } = held
  if (restriction.endedAt !== null) return
  const rules = await findServiceRules(work.tx, key.creditorId)
  const isRuled = rules.some(({ name, product }) => name === restriction.ruleName && product === debt.product)
  const step = restrictionStep({ ...restriction, product: debt.product, dueOn: debt.dueOn }, { stop, isRuled }, work.today)
  if (step === null) return
  if (step === 'limit') await limit(work, held)
  else if ('end' in step) await endRestriction(work, held, step.end)
  else await setRestriction(work.tx, restriction, { limitsOn: step.moveTo })
}

async function limit(work: Work, { restriction }: HeldRestriction): Promise<void> {
  const change = { state: 'limited', limitedAt: work.clock.now() } as const
  await setRestriction(work.tx, restriction, change)
  await tellSystems(work, { ...restriction, ...change }, 'service.limited')
}

async function findNew(work: Work, creditorId: string): Promise<{ rule: ServiceRule; externalId: string }[]> {
  const found: { rule: ServiceRule; externalId: string }[] = []
  for (const rule of await findServiceRules(work.tx, creditorId)) {
    const dueUntil = addDays(work.today, -daysLateToNotice(rule))
    const externalIds = await debtsToLimit(work.tx, creditorId, { rule, dueUntil, today: work.today, limit: MOST_OF_NIGHT })
    found.push(...externalIds.map((externalId) => ({ rule, externalId })))
  }
  return found
}
