import type { WebhookDeliveryQuery } from '@repactua/shared/contract/webhooks.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findDeliveries, type ListedDelivery } from './deliveries.repository.ts'
import { endpointsOf } from '../endpoints/endpoints.repository.ts'

const PAGE = 50

/** A page of what an endpoint was sent, newest first. */
export async function listDeliveries(work: Work, endpointId: string, { status, limit = PAGE, cursor }: WebhookDeliveryQuery): Promise<Page<ListedDelivery>> {
  const creditorId = creditorOf(work)
  if (!(await endpointsOf(work.tx, creditorId)).some(({ id }) => id === endpointId)) throw new AppError('not_found')
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findDeliveries(work.tx, { creditorId, id: endpointId }, { ...(status ? { status } : {}), limit, before }), limit)
}
