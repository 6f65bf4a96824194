import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { collectionStop } from '../../core/legal/collection-stop.ts'
import type { Work } from '../../platform/work.ts'
import { lockDebt, type DebtRecord } from '../debts/index.ts'
import { insertRestriction, type ListedRestriction } from './restrictions.repository.ts'
import { dayToLimit } from './restrictions.rules.ts'
import { tellOfLimit, tellSystems } from './tell-restriction.ts'

/** Gives notice that a rule reaches a debt, once; nothing where something stops it, or its window would be over by then. */
export async function giveNoticeOfLimit(work: Work, { creditorId, externalId }: { creditorId: string; externalId: string }, rule: ServiceRule): Promise<void> {
  const debt = await lockDebt(work.tx, creditorId, externalId)
  const limitsOn = debt && collectionStop(debt, work.today) === null ? dayToLimit(rule, debt.dueOn, work.today) : null
  if (!debt || limitsOn === null) return
  const restriction = newRestriction(work, debt, rule, limitsOn)
  const { debtExternalId: _id, ...row } = restriction
  if (!(await insertRestriction(work.tx, row))) return
  await tellOfLimit(work, debt, restriction)
  await tellSystems(work, restriction, 'service.limit_noticed')
}

function newRestriction(work: Work, { creditorId, id: debtId, cpfIndex, externalId: debtExternalId }: DebtRecord, { name: ruleName, limits, comesBack }: ServiceRule, limitsOn: LocalDate): ListedRestriction {
  return {
    creditorId, id: work.newId(), debtId, cpfIndex, debtExternalId, ruleName, limits, comesBack, state: 'noticed', noticedOn: work.today, limitsOn,
    limitedAt: null, endedAt: null, cause: null, restoreBy: null, createdAt: work.clock.now(),
  }
}
