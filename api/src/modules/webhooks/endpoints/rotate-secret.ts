import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockEndpoint, setEndpoint } from './endpoints.repository.ts'
import { newWebhookSecret } from './webhook-secret.ts'

const OVERLAP_MS = 24 * 3_600_000

/** A new secret for an endpoint. For a day deliveries are signed with the one before too, so that no receiver misses one. */
export async function rotateSecret(work: Work, id: string): Promise<{ secret: string; oldSecretUntil: Date }> {
  const endpoint = await lockEndpoint(work.tx, creditorOf(work), id)
  if (!endpoint) throw new AppError('not_found')
  const secret = newWebhookSecret()
  const oldSecretUntil = new Date(work.clock.now().getTime() + OVERLAP_MS)
  await setEndpoint(work.tx, { ...endpoint, secretSealed: work.keys.seal(secret), oldSecretSealed: endpoint.secretSealed, oldSecretUntil })
  const data = { endpointId: showId('endpoint', id), oldSecretUntil: oldSecretUntil.toISOString() }
  await recordChange(work, { creditorId: endpoint.creditorId, type: 'webhook_endpoint.secret_rotated', subject: data.endpointId, data })
  return { secret, oldSecretUntil }
}
