import type { Event, WebhookDelivery, WebhookEndpoint } from '@repactua/shared/contract/webhooks.ts'
import { showId } from '../../platform/ids.ts'
import type { ListedDelivery } from './deliveries/deliveries.repository.ts'
import type { EndpointRecord } from './endpoints/endpoints.repository.ts'
import type { EventRecord } from './events.repository.ts'

export function presentEndpoint({ id, url, description, eventTypes, enabled, goneAt, createdAt }: EndpointRecord): WebhookEndpoint {
  return { id: showId('endpoint', id), url, description, eventTypes, enabled, goneAt: goneAt?.toISOString() ?? null, createdAt: createdAt.toISOString() }
}

/** An event as lists and deliveries show it. Only one that was relayed has its place. */
export function presentEvent({ id, type, createdAt, sequence, subject, data }: EventRecord): Event {
  return { id: showId('event', id), type, createdAt: createdAt.toISOString(), sequence: sequence!, subject, data: data as Event['data'] }
}

export function presentDelivery({ id, endpointId, eventId, eventType, status, tries, nextTryAt, lastStatus, lastError, deliveredAt, createdAt }: ListedDelivery): WebhookDelivery {
  return {
    id: showId('delivery', id),
    endpointId: showId('endpoint', endpointId),
    eventId: showId('event', eventId),
    eventType, status, tries, lastStatus, lastError,
    nextTryAt: nextTryAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
