import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Delisting } from '@repactua/shared/contract/delistings.ts'
import { alarmAllDelistings } from '@repactua/api/modules/delistings/index.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
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

async function settled(): Promise<{ who: Situation; agreement: Agreement }> {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  clock.moveTo(`${PAID_ON}T15:00:00Z`)
  const payment = { agreementId: agreement.id, amountCents: agreement.totalCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `list-${++references}` }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  return { who, agreement }
}

test('a settlement starts five business days, and the third alarms once what is still open', async () => {
  const { who, agreement } = await settled()
  expect(await delistingsOf(who)).toEqual([{ agreementId: agreement.id, paidOn: PAID_ON, dueOn: '2026-12-04', alarmedAt: null, confirmedAt: null }])
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
  expect((await see()).delisting).toEqual({ dueOn: '2026-12-04', confirmedAt: null })
  await confirm((await makeCreditor(testApp)).bearer, agreement).expect(404)
  const first = await confirm(who.creditor.bearer, agreement).expect(200)
  clock.moveTo('2026-12-02T15:00:00Z')
  await night()
  expect((await see()).delisting).toEqual({ dueOn: '2026-12-04', confirmedAt: `${PAID_ON}T15:00:00.000Z` })
  expect(await delistingsOf(who)).toEqual([])
  expect(await delistingsOf(who, 'confirmed')).toEqual([first.body])
  expect(await eventsOf(agreement)).toEqual(['delisting.started', 'delisting.confirmed'])
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
