import type { Delisting } from '@repactua/shared/contract/delistings.ts'
import { showId } from '../../platform/ids.ts'
import type { DelistingRecord } from './delistings.repository.ts'

export function presentDelisting({ agreementId, cause, paidOn, dueOn, alarmedAt, confirmedAt, lapsedAt }: DelistingRecord): Delisting {
  return {
    agreementId: showId('agreement', agreementId),
    cause,
    paidOn,
    dueOn,
    alarmedAt: alarmedAt?.toISOString() ?? null,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    lapsedAt: lapsedAt?.toISOString() ?? null,
  }
}
