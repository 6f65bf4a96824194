import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Event, EventQuery, WebhookDelivery, WebhookDeliveryQuery } from '@repactua/shared/contract/webhooks.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { listDeliveries } from './deliveries/list-deliveries.ts'
import { listEvents } from './list-events.ts'
import { retryDelivery } from './deliveries/retry-delivery.ts'
import { presentDelivery, presentEvent } from './webhooks.presenter.ts'

const TAG = { tag: 'Webhooks', security: 'creditor' } as const

/** What happened, and what endpoints were sent of it. */
export const eventRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/webhook-endpoints/:id/deliveries', {
    schema: { ...describe({ ...TAG, summary: 'What an endpoint was sent, newest first' }, { 200: ListOf(WebhookDelivery) }), params: Closed({ id: IdOf('endpoint') }), querystring: WebhookDeliveryQuery },
    onRequest: asClient('webhooks:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listDeliveries(work, readId(request.params.id), request.query))
    return { data: rows.map(presentDelivery), nextCursor }
  })

  app.post('/webhook-deliveries/:id/retry', {
    schema: { ...describe({ ...TAG, summary: 'Send an event to an endpoint once more' }, { 202: WebhookDelivery }), headers: IdempotencyHeaders, params: Closed({ id: IdOf('delivery') }) },
    config: perMinute(120),
    onRequest: asClient('webhooks:write'),
  }, (request, reply) => runOnce(request, reply, 202, async (work) => presentDelivery(await retryDelivery(work, readId(request.params.id)))))

  app.get('/events', {
    schema: { ...describe({ ...TAG, summary: 'What happened, oldest first', description: 'To hear what came since, ask with the `sequence` of the last event as `cursor`. The same events, in the same order, as deliveries.' }, { 200: ListOf(Event) }), querystring: EventQuery },
    onRequest: asClient('webhooks:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listEvents(work, request.query))
    return { data: rows.map(presentEvent), nextCursor }
  })
}
