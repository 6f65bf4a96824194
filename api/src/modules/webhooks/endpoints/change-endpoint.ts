import type { WebhookEndpointChange } from '@repactua/shared/contract/webhooks.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockEndpoint, setEndpoint, type EndpointRecord } from './endpoints.repository.ts'
import { refuseOpenAddress } from './refuse-open-address.ts'

/** Changes what is given of an endpoint. One that is switched on again, or moved, is no longer gone; what waited for it goes on. */
export async function changeEndpoint(work: Work, id: string, change: WebhookEndpointChange): Promise<EndpointRecord> {
  const endpoint = await lockEndpoint(work.tx, creditorOf(work), id)
  if (!endpoint) throw new AppError('not_found')
  if (change.url !== undefined) refuseOpenAddress(work, change.url)
  const changed: EndpointRecord = { ...endpoint, ...change, goneAt: change.enabled || change.url !== undefined ? null : endpoint.goneAt }
  await setEndpoint(work.tx, changed)
  const data = { endpointId: showId('endpoint', id), enabled: changed.enabled, eventTypes: changed.eventTypes }
  await recordChange(work, { creditorId: endpoint.creditorId, type: 'webhook_endpoint.changed', subject: data.endpointId, data })
  return changed
}
