import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockDelivery, setDelivery, type ListedDelivery } from './deliveries.repository.ts'
import { lockEndpoint } from '../endpoints/endpoints.repository.ts'

/** Sends an event to an endpoint once more, at once and with all its tries, also where it was delivered before. */
export async function retryDelivery(work: Work, id: string): Promise<ListedDelivery> {
  const creditorId = creditorOf(work)
  const found = await lockDelivery(work.tx, { creditorId, id })
  if (!found) throw new AppError('not_found')
  const endpoint = await lockEndpoint(work.tx, creditorId, found.delivery.endpointId)
  if (!endpoint?.enabled) throw new AppError('webhook_endpoint_disabled')
  const again = { status: 'pending', tries: 0, nextTryAt: work.clock.now(), deliveredAt: null } as const
  await setDelivery(work.tx, { creditorId, id, ...again })
  return { ...found.delivery, ...again, eventType: found.event.type }
}
