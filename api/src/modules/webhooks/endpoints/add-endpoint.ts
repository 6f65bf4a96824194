import type { WebhookEndpointInput } from '@repactua/shared/contract/webhooks.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { endpointsOf, insertEndpoint, type EndpointRecord } from './endpoints.repository.ts'
import { refuseOpenAddress } from './refuse-open-address.ts'
import { newWebhookSecret } from './webhook-secret.ts'

const MOST = 10

/** An address that is to hear of events from now on, with the secret that its deliveries are signed with. Ten at most. */
export async function addEndpoint(work: Work, { url, description, eventTypes }: WebhookEndpointInput): Promise<{ endpoint: EndpointRecord; secret: string }> {
  refuseOpenAddress(work, url)
  const creditorId = creditorOf(work)
  if ((await endpointsOf(work.tx, creditorId)).length >= MOST) throw new AppError('webhook_endpoints_full')
  const secret = newWebhookSecret()
  const endpoint: EndpointRecord = {
    creditorId, id: work.newId(), url, description: description ?? null, eventTypes: eventTypes ?? ['*'], secretSealed: work.keys.seal(secret),
    oldSecretSealed: null, oldSecretUntil: null, enabled: true, goneAt: null, createdAt: work.clock.now(),
  }
  await insertEndpoint(work.tx, endpoint)
  const data = { endpointId: showId('endpoint', endpoint.id), eventTypes: endpoint.eventTypes }
  await recordChange(work, { creditorId, type: 'webhook_endpoint.created', subject: data.endpointId, data })
  return { endpoint, secret }
}
