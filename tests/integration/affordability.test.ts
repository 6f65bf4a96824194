import { expect, test } from 'vitest'
import type { Affordability } from '@repactua/shared/contract/affordability.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { situation, type Situation } from '../builders/agreement.ts'
import { startLoggedApp } from '../support/logged-app.ts'
import { rowsOf } from '../support/rows.ts'
import { expectNowhere } from '../support/secrets.ts'

const testApp = await startLoggedApp()
const { http, lines } = testApp
const rows = rowsOf(testApp.db)

const sheetFor = async ({ cookie, debt }: Pick<Situation, 'cookie' | 'debt'>) => (await http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [debt.id] }).expect(201)).body as OfferSheet
const weigh = (cookie: string, body: object) => http.post('/v1/me/affordability').set('cookie', cookie).send(body)

test('each option says what its worst month would leave, and the cheapest that leaves enough is named', async () => {
  const who = await situation(testApp)
  const sheet = await sheetFor(who)
  const { body } = await weigh(who.cookie, { offerSheetId: sheet.id, incomeCents: 75_000, essentialsCents: 20_000 }).expect(200)
  const answer = body as Affordability
  expect(answer.options.map(({ optionId }) => optionId)).toEqual(sheet.options.map(({ id }) => id))
  for (const { optionId, paymentCents, leftCents, spareCents, belowMinimum, belowEssentials } of answer.options) {
    const most = Math.max(...sheet.options.find(({ id }) => id === optionId)!.installments.map(({ amountCents }) => amountCents))
    expect({ paymentCents, leftCents, spareCents }).toEqual({ paymentCents: most, leftCents: 75_000 - most, spareCents: 55_000 - most })
    expect([belowMinimum, belowEssentials]).toEqual([75_000 - most < 60_000, 75_000 - most < 20_000])
  }
  expect(answer.lookFirst).toBe(answer.options.find(({ belowMinimum, belowEssentials }) => !belowMinimum && !belowEssentials)?.optionId)
  expect(answer.anyFits).toBe(true)
  expect(answer.minimum).toMatchObject({ totalCents: 60_000, baseCents: 60_000, perDependantCents: 30_000, source: expect.stringContaining('Decreto 11.150/2022') })
  expect(answer.help.map(({ name }) => name)).toEqual(['Procon', 'Defensoria Pública', 'consumidor.gov.br'])
})

test('where nothing fits it says so, names the lightest, and every option stays open', async () => {
  const who = await situation(testApp)
  const sheet = await sheetFor(who)
  const { body } = await weigh(who.cookie, { offerSheetId: sheet.id, incomeCents: 50_000, essentialsCents: 0, dependants: 2 }).expect(200)
  expect(body).toMatchObject({ anyFits: false, lookFirst: 'installments-12', minimum: { totalCents: 120_000, note: expect.stringContaining('regra nossa') } })
  await http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: sheet.id, optionId: 'cash' }).expect(201)
})

test('another person’s sheet is not there, and nobody asks without a session', async () => {
  const [mine, other] = [await situation(testApp), await situation(testApp)]
  const ask = { offerSheetId: (await sheetFor(other)).id, incomeCents: 100_000, essentialsCents: 0 }
  expect((await weigh(mine.cookie, ask).expect(404)).body.code).toBe('not_found')
  await http.post('/v1/me/affordability').set('authorization', other.creditor.bearer).send(ask).expect(401)
})

test.each([
  ['no income', { incomeCents: undefined }, '/incomeCents'],
  ['a negative income', { incomeCents: -1 }, '/incomeCents'],
  ['cents that are no integer', { essentialsCents: 10.5 }, '/essentialsCents'],
  ['too many dependants', { dependants: 21 }, '/dependants'],
])('%s is refused', async (_name, change, pointer) => {
  const who = await situation(testApp)
  const ask = { offerSheetId: (await sheetFor(who)).id, incomeCents: 100_000, essentialsCents: 0, ...change }
  expect((await weigh(who.cookie, ask).expect(400)).body.errors).toMatchObject([{ pointer }])
})

test('the private figures stand in no table and in no log, asked twice or with a key', async () => {
  const who = await situation(testApp)
  const sheet = await sheetFor(who)
  const count = async () => (await rows<{ n: bigint }>('select (select count(*) from audit_entries) + (select count(*) from idempotency_keys) as n'))[0]!.n
  const before = await count()
  const ask = { offerSheetId: sheet.id, incomeCents: 7_351_907_731, essentialsCents: 128_463_395, dependants: 1 }
  const first = await weigh(who.cookie, ask).set('idempotency-key', 'private').expect(200)
  const second = await weigh(who.cookie, ask).set('idempotency-key', 'private').expect(200)
  expect(second.body).toEqual(first.body)
  await weigh(who.cookie, { ...ask, dependants: 99 }).expect(400)
  expect(await count()).toBe(before)
  const { leftCents, spareCents } = (first.body as Affordability).options[0]!
  expect(lines.join('')).toContain('/v1/me/affordability')
  await expectNowhere(['7351907731', '128463395', '73519077', '1284633', String(leftCents), String(spareCents)], lines, rows)
})
