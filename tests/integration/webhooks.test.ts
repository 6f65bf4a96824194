import type { Event, WebhookDelivery } from '@repactua/shared/contract/webhooks.ts'
import { deliverDue, relayEvents, runWebhooks } from '@repactua/api/modules/webhooks/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { Webhook } from 'standardwebhooks'
import { beforeEach, expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
// Receivers refuse what is signed for another time than theirs.
beforeEach(() => clock.moveTo(new Date().toISOString()))

const round = async () => {
  await relayEvents(platform)
  await deliverDue(platform)
}
const later = (seconds: number) => clock.moveTo(new Date(clock.now().getTime() + seconds * 1_000).toISOString())

async function endpoint({ bearer }: TestCreditor, body: object): Promise<{ id: string; secret: string }> {
  return (await http.post('/v1/webhook-endpoints').set('authorization', bearer).send(body).expect(201)).body as { id: string; secret: string }
}
const send = ({ bearer }: TestCreditor, id: string) => http.post(`/v1/webhook-endpoints/${id}/test`).set('authorization', bearer)
const deliveriesOf = async ({ bearer }: TestCreditor, id: string) => (await http.get(`/v1/webhook-endpoints/${id}/deliveries`).set('authorization', bearer).expect(200)).body.data as WebhookDelivery[]
const opened = ({ received }: Receiver, secret: string) => received.map(({ headers, body }) => new Webhook(secret).verify(body, headers) as Event)

test('a signed agreement is told once, signed, to those that asked for it', async () => {
  const who = await situation(testApp)
  const [all, some] = [await startReceiver(), await startReceiver()]
  const every = await endpoint(who.creditor, { url: all.url })
  const payments = await endpoint(who.creditor, { url: some.url, eventTypes: ['payment.*'] })
  const agreement = await signedAgreement(testApp, who)
  await Promise.all([round(), round(), round()])
  await round()
  const told = opened(all, every.secret).filter(({ type }) => type === 'agreement.signed')
  expect(told).toMatchObject([{ subject: agreement.id, data: { agreementId: agreement.id } }])
  expect(new Set(all.received.map(({ headers }) => headers['webhook-id'])).size).toBe(all.received.length)
  expect(some.received).toEqual([])
  expect(JSON.stringify(all.received)).not.toContain(who.cpf)
  expect(await deliveriesOf(who.creditor, payments.id)).toEqual([])
  expect(new Set((await deliveriesOf(who.creditor, every.id)).map(({ status }) => status))).toEqual(new Set(['delivered']))
})

test('GET /events gives the same events in the same order, page by page', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id, secret } = await endpoint(creditor, { url: receiver.url })
  for (let i = 0; i < 3; i++) await send(creditor, id).expect(202)
  await round()
  const list = async (query: object) => (await http.get('/v1/events').query(query).set('authorization', creditor.bearer).expect(200)).body as { data: Event[]; nextCursor: string | null }
  const all = await list({ type: 'webhook_endpoint.tested' })
  const bySequence = (events: Event[]) => events.toSorted((a, b) => a.sequence - b.sequence)
  expect(all.data).toHaveLength(3)
  expect(bySequence(opened(receiver, secret).filter(({ type }) => type === 'webhook_endpoint.tested'))).toEqual(all.data)
  const first = await list({ limit: 2 })
  const rest = await list({ cursor: first.nextCursor })
  expect([...first.data, ...rest.data].map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
  expect((await list({ cursor: '4' })).data).toEqual([])
})

test('what fails is tried again by the schedule, and never before Retry-After', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id } = await endpoint(creditor, { url: receiver.url, eventTypes: ['debt.*'] })
  receiver.answers = [{ status: 302, headers: { location: receiver.url } }, { status: 503, headers: { 'retry-after': '1000' } }, { status: 200 }]
  await send(creditor, id).expect(202)
  await round()
  await round()
  expect(await deliveriesOf(creditor, id)).toMatchObject([{ status: 'pending', tries: 1, lastStatus: 302 }])
  later(6)
  await round()
  later(900)
  await round()
  expect(await deliveriesOf(creditor, id)).toMatchObject([{ status: 'pending', tries: 2, lastStatus: 503 }])
  later(101)
  await round()
  const [delivery] = await deliveriesOf(creditor, id)
  expect(delivery).toMatchObject({ status: 'delivered', tries: 3, lastStatus: 200, nextTryAt: null })
  await http.post(`/v1/webhook-deliveries/${delivery!.id}/retry`).set('authorization', creditor.bearer).expect(202)
  await round()
  expect(receiver.received).toHaveLength(4)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('one that nobody answers is noted and waits', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await endpoint(creditor, { url: 'http://127.0.0.1:1/' })
  await send(creditor, id).expect(202)
  await round()
  expect((await deliveriesOf(creditor, id))[0]).toMatchObject({ status: 'pending', tries: 1, lastStatus: null, lastError: 'ECONNREFUSED' })
})

test('an address that leads into a private network is never called where that is closed', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id } = await endpoint(creditor, { url: receiver.url, eventTypes: ['debt.*'] })
  await send(creditor, id).expect(202)
  await relayEvents(platform)
  await deliverDue({ ...platform, allowsPrivateAddresses: false })
  expect((await deliveriesOf(creditor, id))[0]).toMatchObject({ status: 'pending', tries: 1, lastError: 'address_not_public' })
  expect(receiver.received).toEqual([])
})

test('410 switches the endpoint off; switched on again, it hears of what comes', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id } = await endpoint(creditor, { url: receiver.url, eventTypes: ['debt.*'] })
  receiver.answers = [{ status: 410 }, { status: 204 }]
  await send(creditor, id).expect(202)
  await round()
  const list = async () => (await http.get('/v1/webhook-endpoints').set('authorization', creditor.bearer).expect(200)).body.data as object[]
  expect(await list()).toMatchObject([{ id, enabled: false, goneAt: clock.now().toISOString() }])
  expect((await send(creditor, id).expect(409)).body.code).toBe('webhook_endpoint_disabled')
  const { body } = await http.patch(`/v1/webhook-endpoints/${id}`).set('authorization', creditor.bearer).send({ enabled: true }).expect(200)
  expect(body.eventTypes).toEqual(['debt.*'])
  await send(creditor, id).expect(202)
  await round()
  expect(receiver.received).toHaveLength(2)
  expect(await list()).toMatchObject([{ enabled: true, goneAt: null }])
})

test('for a day after a new secret both are good, then the new one alone', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id, secret } = await endpoint(creditor, { url: receiver.url, eventTypes: ['debt.*'] })
  const { body } = await http.post(`/v1/webhook-endpoints/${id}/secret`).set('authorization', creditor.bearer).expect(201)
  await send(creditor, id).expect(202)
  await round()
  expect(opened(receiver, secret)).toEqual(opened(receiver, body.secret as string))
  later(24 * 3_600 + 1)
  await send(creditor, id).expect(202)
  await round()
  expect(receiver.received[1]!.headers['webhook-signature']!.split(' ')).toHaveLength(1)
})

test('another creditor sees and moves nothing of it', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const receiver = await startReceiver()
  const { id } = await endpoint(mine, { url: receiver.url })
  await send(mine, id).expect(202)
  await round()
  const [delivery] = await deliveriesOf(mine, id)
  for (const call of [http.get(`/v1/webhook-endpoints/${id}/deliveries`), http.patch(`/v1/webhook-endpoints/${id}`).send({ enabled: false }), http.post(`/v1/webhook-endpoints/${id}/secret`), http.post(`/v1/webhook-endpoints/${id}/test`), http.post(`/v1/webhook-deliveries/${delivery!.id}/retry`)]) {
    await call.set('authorization', other.bearer).expect(404)
  }
  expect((await http.get('/v1/events').set('authorization', other.bearer).expect(200)).body.data).toEqual([])
})

test('the same key makes one endpoint; the eleventh is refused', async () => {
  const creditor = await makeCreditor(testApp)
  const add = () => http.post('/v1/webhook-endpoints').set('authorization', creditor.bearer)
  const body = { url: 'http://127.0.0.1:1/' }
  const first = await add().set('idempotency-key', 'one').send(body).expect(201)
  expect((await add().set('idempotency-key', 'one').send(body).expect(201)).body).toEqual(first.body)
  for (let i = 1; i < 10; i++) await add().send(body).expect(201)
  expect((await add().send(body).expect(409)).body.code).toBe('webhook_endpoints_full')
  expect((await add().send({ url: 'ftp://127.0.0.1/' }).expect(400)).body.code).toBe('invalid_request')
})

test('the worker relays and delivers by itself until it is stopped', async () => {
  const creditor = await makeCreditor(testApp)
  const receiver = await startReceiver()
  const { id } = await endpoint(creditor, { url: receiver.url, eventTypes: ['debt.*'] })
  await send(creditor, id).expect(202)
  const stop = runWebhooks({ platform, logger: createLogger('silent') })
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1)
  await stop()
})
