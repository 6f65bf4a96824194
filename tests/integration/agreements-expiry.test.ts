import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { expireAgreements } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { formAgreement, signatureFor, situation, type Situation } from '../builders/agreement.ts'
import { signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const night = () => expireAgreements({ platform: testApp.platform, logger: createLogger('silent') })
const see = async ({ creditor }: Situation, { id }: Agreement) => (await http.get(`/v1/agreements/${id}`).set('authorization', creditor.bearer).expect(200)).body as Agreement
const sign = ({ cookie }: Situation, { id }: Agreement, body: object) => http.post(`/v1/me/agreements/${id}/signature`).set('cookie', cookie).send(body)
const listed = async ({ creditor }: Situation, status: Agreement['status']) =>
  ((await http.get('/v1/agreements').query({ status }).set('authorization', creditor.bearer).expect(200)).body.data as Agreement[]).map(({ id }) => id)
const rowOf = async ({ id }: Agreement) => (await rows<{ status: string }>("select status from agreements where 'agreement_' || id = $1", [id]))[0]!.status
const eventsOf = async ({ id }: Agreement) => (await rows<{ type: string }>('select type from outbox_events where subject = $1 order by id', [id])).map(({ type }) => type)

// A code is good for five minutes: it is asked for in the last of the agreement's time.
async function atTheLastMoment() {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const end = Date.parse(agreement.expiresAt)
  clock.moveTo(new Date(end - 60_000))
  const late = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  return { who: late, agreement, end, body: await signatureFor(testApp, late, agreement) }
}

test('a term that nobody signs is expired at its last instant, and the night writes it down once, however many workers run', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  clock.moveTo(new Date(Date.parse(agreement.expiresAt) - 1))
  await night()
  expect((await see(who, agreement)).status).toBe('awaiting_signature')
  expect(await listed(who, 'awaiting_signature')).toEqual([agreement.id])

  clock.moveTo(agreement.expiresAt)
  expect((await see(who, agreement)).status).toBe('expired')
  expect([await listed(who, 'awaiting_signature'), await listed(who, 'expired'), await rowOf(agreement)]).toEqual([[], [agreement.id], 'awaiting_signature'])
  await Promise.all([night(), night(), night()])
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'expired', can: { sign: { ok: false, code: 'agreement_expired' }, cancel: { ok: false } } })
  expect([await listed(who, 'expired'), await rowOf(agreement)]).toEqual([[agreement.id], 'expired'])
  expect(await eventsOf(agreement)).toEqual(['agreement.formed', 'agreement.expired'])
})

test('a night that was missed is made up for, and a clock that goes back brings nothing to life', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  clock.moveTo(new Date(Date.parse(agreement.expiresAt) + 3 * 86_400_000))
  await night()
  clock.moveTo(SOME_DAY)
  await night()
  expect((await see(who, agreement)).status).toBe('expired')
  await http.post(`/v1/me/agreements/${agreement.id}/signature-challenges`).set('cookie', who.cookie).expect(409)
  expect(await eventsOf(agreement)).toEqual(['agreement.formed', 'agreement.expired'])
  expect((await formAgreement(testApp, who)).id).not.toBe(agreement.id)
})

test('who signs in the last second has signed, whatever the night does', async () => {
  const { who, agreement, end, body } = await atTheLastMoment()
  clock.moveTo(new Date(end - 1))
  const [signed] = await Promise.all([sign(who, agreement, body), night()])
  clock.moveTo(new Date(end))
  await night()
  expect([signed.status, (await see(who, agreement)).status]).toEqual([200, 'awaiting_first_payment'])
  expect(await eventsOf(agreement)).toEqual(['agreement.formed', 'agreement.signed'])
})

test('who signs as the night comes is refused with the reason, before and after it is written down', async () => {
  const { who, agreement, end, body } = await atTheLastMoment()
  clock.moveTo(new Date(end))
  const [early] = await Promise.all([sign(who, agreement, body), night()])
  const late = await sign(who, agreement, body)
  expect([early, late].map((answer) => [answer.status, answer.body.code])).toEqual([[409, 'agreement_expired'], [409, 'agreement_expired']])
  expect(await eventsOf(agreement)).toEqual(['agreement.formed', 'agreement.expired'])
})

test('the books are in order', () => expectBooksInOrder(testApp))
