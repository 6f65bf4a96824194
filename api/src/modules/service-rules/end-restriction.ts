import { lastDayToRestore } from '../../core/legal/service-limits.ts'
import type { Work } from '../../platform/work.ts'
import type { HeldRestriction } from './hold-restriction.ts'
import { setRestriction } from './restrictions.repository.ts'
import type { RestrictionEnd } from './restrictions.rules.ts'
import { tellOfReturn, tellSystems } from './tell-restriction.ts'

/** Ends a restriction that lasts: what was limited comes back, in the days of its law; what was only noticed is called off. */
export async function endRestriction(work: Work, { restriction, debt }: Pick<HeldRestriction, 'restriction' | 'debt'>, cause: RestrictionEnd): Promise<void> {
  const wasLimited = restriction.state === 'limited'
  const end = { state: wasLimited ? 'restored' : 'called_off', endedAt: work.clock.now(), cause, restoreBy: wasLimited ? lastDayToRestore(debt.product, work.today) : null } as const
  await setRestriction(work.tx, restriction, end)
  const ended = { ...restriction, ...end }
  if (wasLimited) await tellOfReturn(work, debt, ended)
  await tellSystems(work, ended, wasLimited ? 'service.restored' : 'service.limit_called_off')
}
