import pg from 'pg'
import { expect, inject, test, vi } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { openEventStream, type EventStream } from '../support/event-stream.ts'

// Heartbeats come when a test says so.
vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
const BEAT_MS = 15_000
const IDLE_MS = 15 * 60_000

const testApp = await startApp()
const { http, clock } = testApp

interface Party {
  who: Situation
  agreement: Agreement
}

async function party(test = testApp): Promise<Party> {
  const who = await situation(test)
  return { who, agreement: await signedAgreement(test, who, 'installments-3') }
}

async function pay({ who, agreement }: Party, number: number): Promise<void> {
  const { amountCents } = agreement.installments[number - 1]!
  const body = { agreementId: agreement.id, amountCents, paidAt: SOME_DAY, method: 'pix', externalReference: `E2E-${agreement.id}-${number}` }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(body).expect(201)
}

/** A stream past its first word, which asks to read everything anew. */
async function listening(cookie: string, test = testApp): Promise<EventStream> {
  const stream = await openEventStream(test, cookie)
  expect(await stream.next()).toEqual({ event: 'reload', data: {} })
  return stream
}

test('a payment that reaches the creditor is told to the page of who owes it: what of which agreement, and no more', async () => {
  const mine = await party()
  const stream = await listening(mine.who.cookie)
  expect(Object.fromEntries(stream.headers)).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
  await pay(mine, 1)
  expect(await stream.next()).toEqual({ event: 'message', data: { type: 'payment.posted', id: mine.agreement.id } })
  expect(await stream.next()).toEqual({ event: 'message', data: { type: 'agreement.activated', id: mine.agreement.id } })
})

test('nobody hears of another’s agreement', async () => {
  const [mine, theirs] = [await party(), await party()]
  const stream = await listening(mine.who.cookie)
  await pay(theirs, 1)
  await pay(mine, 1)
  expect((await stream.next())!.data).toMatchObject({ id: mine.agreement.id })
})

test('nothing is told of what was rolled back', async () => {
  const mine = await party()
  const stream = await listening(mine.who.cookie)
  const tooMuch = { agreementId: mine.agreement.id, amountCents: 1, paidAt: '2999-01-01T00:00:00Z', method: 'pix', externalReference: 'E2E-of-tomorrow' }
  await http.post('/v1/payments').set('authorization', mine.who.creditor.bearer).send(tooMuch).expect(422)
  await http.post(`/v1/agreements/${mine.agreement.id}/cancellation`).set('authorization', mine.who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect((await stream.next())!.data).toEqual({ type: 'agreement.cancelled', id: mine.agreement.id })
})

test('without a session there is no stream', async () => {
  expect((await openEventStream(testApp, 'session=made-up')).status).toBe(401)
})

test('a stream ends with its session, on every device, and tells nothing after that', async () => {
  const mine = await party()
  const stream = await listening(mine.who.cookie)
  await http.delete('/v1/sessions/current').set('cookie', mine.who.cookie).expect(204)
  await pay(mine, 1)
  expect(await stream.next()).toEqual({ event: 'ended', data: {} })
  expect(await stream.next()).toBeNull()
})

test('an open stream keeps no session alive, and ends when it has idled out', async () => {
  const { who } = await party()
  clock.advance(IDLE_MS - 60_000)
  const stream = await listening(who.cookie)
  await vi.advanceTimersByTimeAsync(BEAT_MS)
  clock.advance(60_000)
  await vi.advanceTimersByTimeAsync(BEAT_MS)
  expect(await stream.next()).toEqual({ event: 'ended', data: {} })
  expect(await stream.next()).toBeNull()
  await http.get('/v1/me').set('cookie', who.cookie).expect(401)
})

test('a person has six streams at most', async () => {
  const { cpf } = await situation(testApp)
  const cookie = await signInWithCode(testApp, cpf)
  for (let i = 0; i < 6; i++) await listening(cookie)
  const seventh = await openEventStream(testApp, cookie)
  expect([seventh.status, seventh.headers.get('retry-after')]).toEqual([429, '60'])
})

test('after the database was away every page reads anew, and hears again', async () => {
  const mine = await party()
  const stream = await listening(mine.who.cookie)
  await cutWires()
  expect(await stream.next()).toEqual({ event: 'reload', data: {} })
  await pay(mine, 1)
  expect((await stream.next())!.data).toMatchObject({ id: mine.agreement.id })
})

test('an installation that stops ends its streams, and is done', async () => {
  const leaving = await startApp()
  const mine = await party(leaving)
  const stream = await listening(mine.who.cookie, leaving)
  await leaving.app.close()
  expect(await stream.next()).toBeNull()
})

async function cutWires(): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('testServer').adminUrl })
  await admin.connect()
  const database = new URL(testApp.db.appUrl).pathname.slice(1)
  const { rowCount } = await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'repactua-news' and datname = $1`, [database])
  await admin.end()
  expect(rowCount).toBe(1)
}
