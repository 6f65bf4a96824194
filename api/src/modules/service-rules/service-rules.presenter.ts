import type { ServiceRestriction } from '@repactua/shared/contract/service-rules.ts'
import { showId } from '../../platform/ids.ts'
import type { ListedRestriction } from './restrictions.repository.ts'

export function presentRestriction({ id, debtId, ruleName: rule, limitedAt, endedAt, ...restriction }: ListedRestriction): ServiceRestriction {
  const { debtExternalId, state, limits, comesBack, noticedOn, limitsOn, cause, restoreBy } = restriction
  return {
    id: showId('restriction', id),
    debtId: showId('debt', debtId),
    debtExternalId, rule, state, limits, comesBack, noticedOn, limitsOn,
    limitedAt: limitedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    cause, restoreBy,
  }
}
