import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockEndpoint } from './endpoints.repository.ts'
import { TEST_EVENT } from '../webhooks.rules.ts'

/** Sends an event to this endpoint alone, by the way of all others. */
export async function testEndpoint(work: Work, id: string): Promise<void> {
  const endpoint = await lockEndpoint(work.tx, creditorOf(work), id)
  if (!endpoint) throw new AppError('not_found')
  if (!endpoint.enabled) throw new AppError('webhook_endpoint_disabled')
  const data = { endpointId: showId('endpoint', id) }
  await recordChange(work, { creditorId: endpoint.creditorId, type: TEST_EVENT, subject: data.endpointId, data })
}
