import type { Debt, MyDebts } from '@repactua/shared/contract/debts.ts'
import { endLapsedHolds } from '@repactua/api/modules/debts/index.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const hold = ({ creditor, debt }: Pick<Situation, 'creditor' | 'debt'>, body: object) => http.put(`/v1/debts/${debt.externalId}/hold`).set('authorization', creditor.bearer).send(body)
const release = ({ creditor, debt }: Situation) => http.delete(`/v1/debts/${debt.externalId}/hold`).set('authorization', creditor.bearer)
const debtOf = async ({ creditor, debt }: Situation) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body as Debt
const eventsOf = async ({ debt }: Situation) => (await rows<{ type: string }>("select type from outbox_events where subject = $1 and type in ('debt.held', 'debt.released') order by position", [debt.id])).map(({ type }) => type)

test('a pause stops offers, is the same twice, and ends once', async () => {
  const who = await situation(testApp)
  const held = await hold(who, { reason: 'hardship' }).expect(200)
  expect(held.body).toMatchObject({ externalId: who.debt.externalId, reason: 'hardship', untilOn: null, endedAt: null })
  expect((await hold(who, { reason: 'hardship' }).expect(200)).body).toEqual(held.body)
  expect((await debtOf(who)).status).toBe('on_hold')
  const mine = (await http.get('/v1/me/debts').set('cookie', who.cookie).expect(200)).body as MyDebts
  expect(mine).toMatchObject({ totalCents: 0, data: [{ status: 'on_hold', can: { negotiate: { ok: false, code: 'debt_on_hold' } } }] })
  await release(who).expect(204)
  await release(who).expect(204)
  expect((await debtOf(who)).status).toBe('open')
  expect(await eventsOf(who)).toEqual(['debt.held', 'debt.released'])
  await expectBooksInOrder(testApp)
})

test('a pause with a last day ends in the night after it, once', async () => {
  const who = await situation(testApp)
  await hold(who, { reason: 'payment_search', untilOn: '2026-11-23' }).expect(200)
  clock.moveTo('2026-11-23T15:00:00Z')
  await endLapsedHolds(platform)
  expect((await debtOf(who)).status).toBe('on_hold')
  clock.moveTo('2026-11-24T15:00:00Z')
  await Promise.all([endLapsedHolds(platform), endLapsedHolds(platform)])
  expect((await debtOf(who)).status).toBe('open')
  expect(await eventsOf(who)).toEqual(['debt.held', 'debt.released'])
})

test('under a dispute and a pause at once, both must end', async () => {
  const who = await situation(testApp)
  await hold(who, { reason: 'court' }).expect(200)
  const dispute = await http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', who.cookie).send({ reason: 'fraud', statement: 'Não fui eu.' }).expect(201)
  expect((await debtOf(who)).status).toBe('disputed')
  await release(who).expect(204)
  expect((await debtOf(who)).status).toBe('disputed')
  await hold(who, { reason: 'court' }).expect(200)
  await http.post(`/v1/me/disputes/${dispute.body.id}/cancellation`).set('cookie', who.cookie).expect(200)
  expect((await debtOf(who)).status).toBe('on_hold')
  await expectBooksInOrder(testApp)
})

test('a pause during an agreement holds when that ends', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  await hold(who, { reason: 'death' }).expect(200)
  expect((await debtOf(who)).status).toBe('in_agreement')
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect((await debtOf(who)).status).toBe('on_hold')
})

test('refused: a day that is over, a debt that is over, somebody else’s debt', async () => {
  const who = await situation(testApp)
  expect((await hold(who, { reason: 'other', untilOn: '2026-11-20' }).expect(400)).body.errors[0].pointer).toBe('/untilOn')
  await hold({ ...who, creditor: await makeCreditor(testApp) }, { reason: 'other' }).expect(404)
  await http.post(`/v1/debts/${who.debt.externalId}/withdrawal`).set('authorization', who.creditor.bearer).send({ reason: 'sold' }).expect(200)
  expect((await hold(who, { reason: 'other' }).expect(409)).body.code).toBe('debt_not_open')
})
