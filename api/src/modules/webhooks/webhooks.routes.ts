import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { CreatedWebhookEndpoint, NewWebhookSecret, WebhookEndpoint, WebhookEndpointChange, WebhookEndpointInput } from '@repactua/shared/contract/webhooks.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { addEndpoint } from './endpoints/add-endpoint.ts'
import { changeEndpoint } from './endpoints/change-endpoint.ts'
import { eventRoutes } from './events.routes.ts'
import { listEndpoints } from './endpoints/list-endpoints.ts'
import { rotateSecret } from './endpoints/rotate-secret.ts'
import { testEndpoint } from './endpoints/test-endpoint.ts'
import { presentEndpoint } from './webhooks.presenter.ts'

const TAG = { tag: 'Webhooks', security: 'creditor' } as const
const oneEndpoint = Closed({ id: IdOf('endpoint') })
const write = asClient('webhooks:write')
const read = asClient('webhooks:read')

/** Endpoints of a creditor, and by the other file what happened and what they were sent. */
export const webhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(eventRoutes)

  app.post('/webhook-endpoints', {
    schema: {
      ...describe({ ...TAG, summary: 'Hear of events at an address', description: 'Deliveries follow Standard Webhooks: check `webhook-signature` with the secret, and take the same `webhook-id` once. Any 2xx within 15 seconds is success; otherwise it is tried ten times in about 75 hours. 410 switches the endpoint off. Ten endpoints at most.' }, { 201: CreatedWebhookEndpoint }),
      headers: IdempotencyHeaders, body: WebhookEndpointInput,
    },
    config: perMinute(30),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { endpoint, secret } = await addEndpoint(work, request.body)
    return { ...presentEndpoint(endpoint), secret }
  }))

  app.get('/webhook-endpoints', {
    schema: describe({ ...TAG, summary: 'List one’s own endpoints' }, { 200: ListOf(WebhookEndpoint) }),
    onRequest: read,
  }, async (request) => {
    const endpoints = await transact(request, listEndpoints)
    return { data: endpoints.map(presentEndpoint), nextCursor: null }
  })

  app.patch('/webhook-endpoints/:id', {
    schema: { ...describe({ ...TAG, summary: 'Change an endpoint, or switch it off or on', description: 'What waited for it goes on once it is on again.' }, { 200: WebhookEndpoint }), params: oneEndpoint, body: WebhookEndpointChange },
    config: perMinute(30),
    onRequest: write,
  }, async (request) => presentEndpoint(await transact(request, (work) => changeEndpoint(work, readId(request.params.id), request.body))))

  app.post('/webhook-endpoints/:id/secret', {
    schema: { ...describe({ ...TAG, summary: 'Get a new secret for an endpoint', description: 'For a day, deliveries are signed with both.' }, { 201: NewWebhookSecret }), headers: IdempotencyHeaders, params: oneEndpoint },
    config: perMinute(30),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { secret, oldSecretUntil } = await rotateSecret(work, readId(request.params.id))
    return { secret, oldSecretUntil: oldSecretUntil.toISOString() }
  }))

  app.post('/webhook-endpoints/:id/test', {
    schema: { ...describe({ ...TAG, summary: 'Send a test event to an endpoint' }, { 202: Type.Object({}) }), headers: IdempotencyHeaders, params: oneEndpoint },
    config: perMinute(30),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 202, async (work) => {
    await testEndpoint(work, readId(request.params.id))
    return {}
  }))
}
