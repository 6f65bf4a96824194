import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Delisting } from '@repactua/shared/contract/delistings.ts'
import { alarmAllDelistings } from '@repactua/api/modules/delistings/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

const night = () => alarmAllDelistings(testApp.platform)
const delistingsOf = async ({ creditor }: Situation, status = 'due') => (await http.get('/v1/delistings').query({ status }).set('authorization', creditor.bearer).expect(200)).body.data as Delisting[]
const confirm = (bearer: string, { id }: Agreement) => http.post(`/v1/delistings/${id}/confirmation`).set('authorization', bearer)

// A Friday in São Paulo: the five business days pass over a weekend.
const PAID_ON = '2026-11-27'

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `list-${++references}` }).expect(201)

async function settled(): Promise<{ who: Situation; agreement: Agreement }> {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  clock.moveTo(`${PAID_ON}T15:00:00Z`)
  await pay(who, agreement, agreement.totalCents)
  return { who, agreement }
}

async function promised(): Promise<{ who: Situation; agreement: Agreement }> {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ delistOn: 'first_installment', withdrawalDays: 7 }) })] })
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('a settlement starts five business days, and the third alarms once what is still open', async () => {
  const { who, agreement } = await settled()
  expect(await delistingsOf(who)).toEqual([{ agreementId: agreement.id, cause: 'settlement', paidOn: PAID_ON, dueOn: '2026-12-04', alarmedAt: null, confirmedAt: null, lapsedAt: null }])
  clock.moveTo('2026-12-01T15:00:00Z')
  await night()
  expect((await delistingsOf(who))[0]!.alarmedAt).toBeNull()
  clock.moveTo('2026-12-02T15:00:00Z')
  await Promise.all([night(), night()])
  clock.moveTo('2026-12-03T15:00:00Z')
  await night()
  expect((await delistingsOf(who))[0]!.alarmedAt).toBe('2026-12-02T15:00:00.000Z')
  expect(await eventsOf(agreement)).toEqual(['delisting.started', 'delisting.alarm'])
})

test('the creditor confirms once, for itself alone; the agreement tells the person', async () => {
  const { who, agreement } = await settled()
  const see = async () => (await http.get(`/v1/agreements/${agreement.id}`).set('authorization', who.creditor.bearer).expect(200)).body as Agreement
  expect((await see()).delisting).toEqual({ cause: 'settlement', dueOn: '2026-12-04', confirmedAt: null })
  await confirm((await makeCreditor(testApp)).bearer, agreement).expect(404)
  const first = await confirm(who.creditor.bearer, agreement).expect(200)
  clock.moveTo('2026-12-02T15:00:00Z')
  await night()
  expect((await see()).delisting).toEqual({ cause: 'settlement', dueOn: '2026-12-04', confirmedAt: `${PAID_ON}T15:00:00.000Z` })
  expect(await delistingsOf(who)).toEqual([])
  expect(await delistingsOf(who, 'confirmed')).toEqual([first.body])
  expect(await eventsOf(agreement)).toEqual(['delisting.started', 'delisting.confirmed'])
})

test('where the term promises it, the first installment starts the days, and the settlement none again', async () => {
  const { who, agreement } = await promised()
  expect(agreement.term.text).toContain('Quando a primeira parcela for paga, o credor retira seu nome')
  expect(agreement.delisting).toBeNull()
  const [first] = agreement.installments
  clock.moveTo(`${PAID_ON}T15:00:00Z`)
  await pay(who, agreement, first!.amountCents - 1)
  expect(await delistingsOf(who)).toEqual([])
  await pay(who, agreement, 1)
  const started = { cause: 'first_installment', paidOn: PAID_ON, dueOn: '2026-12-04', alarmedAt: null, confirmedAt: null }
  expect(await delistingsOf(who)).toMatchObject([started])
  const see = async () => (await http.get(`/v1/agreements/${agreement.id}`).set('authorization', who.creditor.bearer).expect(200)).body as Agreement
  expect(await see()).toMatchObject({ status: 'active', delisting: { cause: 'first_installment', dueOn: '2026-12-04' } })
  await pay(who, agreement, agreement.totalCents - first!.amountCents)
  expect(await delistingsOf(who)).toMatchObject([started])
  expect((await see()).status).toBe('settled')
  expect(await eventsOf(agreement)).toEqual(['delisting.started'])
})

test('a settlement at one stroke is a settlement, whatever the term promises', async () => {
  const { who, agreement } = await promised()
  await pay(who, agreement, agreement.totalCents)
  expect(await delistingsOf(who)).toMatchObject([{ cause: 'settlement' }])
})

test('the task lapses with an agreement that is undone: no alarm, nothing due', async () => {
  const { who, agreement } = await promised()
  await pay(who, agreement, agreement.installments[0]!.amountCents)
  await http.post(`/v1/me/agreements/${agreement.id}/withdrawal`).set('cookie', who.cookie).expect(200)
  clock.moveTo('2026-12-04T15:00:00Z')
  await night()
  expect(await delistingsOf(who)).toEqual([])
  expect(await eventsOf(agreement)).toEqual(['delisting.started'])
})

// The last statement of the migration, which carries over what was settled before there were delistings.
const carryOver = readFileSync(join(import.meta.dirname, '../../migrations/0031_agreement_life.sql'), 'utf8').split('\nwith open_days as')[1]!

test('what was settled before there were tasks has its own, with the clock of its payment', async () => {
  const lives: Situation[] = []
  for (const day of ['2026-11-27', '2026-12-22', '2027-02-04']) {
    const who = await situation(testApp)
    const agreement = await signedAgreement(testApp, who)
    clock.moveTo(`${day}T15:00:00Z`)
    await pay(who, agreement, agreement.totalCents)
    clock.moveTo(SOME_DAY)
    lives.push(who)
  }
  const seen = () => Promise.all(lives.map((who) => delistingsOf(who)))
  const before = await seen()
  const ids = before.flat().map(({ agreementId }) => readId(agreementId))
  await rows('delete from delistings where agreement_id = any ($1)', [ids])
  await rows(`with open_days as${carryOver}`)
  expect(await seen()).toEqual(before)
  await rows(`with open_days as${carryOver}`)
  expect(await seen()).toEqual(before)
})

test('what is not settled has no task', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.delisting).toBeNull()
  expect((await confirm(who.creditor.bearer, agreement).expect(404)).body.code).toBe('not_found')
})

async function eventsOf({ id }: Agreement): Promise<string[]> {
  const events = await rows<{ action: string }>("select action from audit_entries where subject = $1 and action like 'delisting.%' order by sequence", [id])
  return events.map(({ action }) => action)
}

test('the books are in order', () => expectBooksInOrder(testApp))
