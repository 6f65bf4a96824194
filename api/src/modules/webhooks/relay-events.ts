import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { insertDeliveries, type DeliveryRecord } from './deliveries/deliveries.repository.ts'
import { endpointsOf, type EndpointRecord } from './endpoints/endpoints.repository.ts'
import { creditorsWithNews, numberEvents } from './events.repository.ts'
import { isHeard, wants } from './webhooks.rules.ts'

const SYSTEM = { kind: 'system' } as const
const CREDITORS = 100
const EVENTS = 500

/** Gives new events their places, makes a delivery for each endpoint that wants them and a job of what the house itself listens to, each once. Tells how many events. */
export async function relayEvents(platform: Platform): Promise<number> {
  let relayed = 0
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorsWithNews(work.tx, CREDITORS))) {
    relayed += await platform.transact(SYSTEM, { creditorId }, (work) => relayOf(work, creditorId))
  }
  return relayed
}

async function relayOf(work: Work, creditorId: string): Promise<number> {
  const events = await numberEvents(work.tx, creditorId, { now: work.clock.now(), limit: EVENTS })
  const endpoints = (await endpointsOf(work.tx, creditorId)).filter(({ enabled }) => enabled)
  const wanted = endpoints.flatMap((endpoint) => events.filter((event) => wants({ ...endpoint, shownId: showId('endpoint', endpoint.id) }, event)).map((event) => newDelivery(work, endpoint, event.id)))
  await insertDeliveries(work.tx, wanted)
  const eventIds = events.filter(isHeard).map(({ id }) => id)
  if (eventIds.length > 0) await work.jobs.send(work.tx, 'hear-news', { creditorId, eventIds })
  return events.length
}

function newDelivery(work: Work, { creditorId, id: endpointId }: EndpointRecord, eventId: string): DeliveryRecord {
  const now = work.clock.now()
  return { creditorId, id: work.newId(), endpointId, eventId, status: 'pending', tries: 0, nextTryAt: now, lastStatus: null, lastError: null, deliveredAt: null, createdAt: now }
}
