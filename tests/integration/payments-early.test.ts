import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number, paidAt: string, installmentNumber?: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt, method: 'pix', externalReference: `P${++references}`, ...(installmentNumber ? { installmentNumber } : {}) })
const see = async (cookie: string, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement

/** Three installments with 5 % off for each that is paid five days before. */
async function agreed() {
  clock.moveTo(SOME_DAY)
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ installments: [band(3, 3, { earlyPayment: { discountBps: 500, daysBefore: 5 } })] }) })] })
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('an installment that is paid early is paid at its lower amount, as the term says', async () => {
  const { who, agreement } = await agreed()
  const [first] = agreement.installments
  expect(first).toMatchObject({ amountCents: 29_400, early: { payBy: '2026-12-05', amountCents: 27_930 } })
  const term = await http.get(`/v1/me/agreements/${agreement.id}/term.pdf`).set('cookie', who.cookie).buffer().expect(200)
  expect((await textOfPdf(term.body as Buffer)).replace(/\s+/g, ' ')).toContain('279,30 se paga até 05/12/2026')
  const charge = await http.post(`/v1/me/agreements/${agreement.id}/installments/1/charges`).set('cookie', who.cookie).send({ method: 'pix' }).expect(201)
  expect(charge.body.amountCents).toBe(27_930)
  expect((await pay(who, agreement, 27_930, SOME_DAY, 1).expect(201)).body.agreementStatus).toBe('active')
  const now = await see(who.cookie, agreement)
  expect(now.installments[0]).toMatchObject({ amountCents: 27_930, paidCents: 27_930, status: 'paid' })
  expect(now).toMatchObject({ totalCents: 88_200 - 1_470, paidCents: 27_930 })
  const news = await rows("select data from outbox_events where creditor_id = $1 and type = 'installment.paid_early'", [who.creditor.creditorId])
  expect(news).toMatchObject([{ data: { installmentNumber: 1, amountCents: 27_930, discountCents: 1_470 } }])
})

test('all of it early, in one payment, settles the debt', async () => {
  const { who, agreement } = await agreed()
  const answer = await pay(who, agreement, 3 * 27_930, SOME_DAY).expect(201)
  expect(answer.body.agreementStatus).toBe('settled')
  expect(await see(who.cookie, agreement)).toMatchObject({ status: 'settled', totalCents: 83_790, paidCents: 83_790 })
})

test('a day late it is a part of the whole amount', async () => {
  const { who, agreement } = await agreed()
  clock.moveTo('2026-12-06T15:00:00.000Z')
  const cookie = await signInWithCode(testApp, who.cpf)
  expect((await see(cookie, agreement)).installments[0]).not.toHaveProperty('early')
  await pay(who, agreement, 27_930, '2026-12-06T12:00:00.000Z', 1).expect(201)
  expect((await see(cookie, agreement)).installments[0]).toMatchObject({ amountCents: 29_400, paidCents: 27_930, status: 'partly_paid' })
})

test('the payment’s own day decides, however late it is told; what is above all that is open is owed back', async () => {
  const { who, agreement } = await agreed()
  clock.moveTo('2026-12-20T15:00:00.000Z')
  await pay(who, agreement, 27_930, '2026-12-05T12:00:00.000Z', 1).expect(201)
  const cookie = await signInWithCode(testApp, who.cpf)
  expect((await see(cookie, agreement)).installments[0]).toMatchObject({ status: 'paid' })
  expect((await pay(who, agreement, 58_801, '2026-12-20T12:00:00.000Z').expect(201)).body).toMatchObject({ agreementStatus: 'settled', excessCents: 1 })
})

// Found by living agreements by chance (seed 5134): the proof took what the amendment had taken off for a second discount.
test('a discount for paying early that an amendment signs over is one discount', async () => {
  const { who, agreement } = await agreed()
  const { quote } = await amendedAgreement(testApp, who, agreement, { kind: 'pay_ahead', from: 'next', count: 1 })
  expect(quote).toMatchObject({ savingCents: 1_470, payNow: { amountCents: 27_930 } })
  await pay(who, agreement, 27_930, SOME_DAY).expect(201)
  expect((await see(who.cookie, agreement)).installments[0]).toMatchObject({ amountCents: 27_930, paidCents: 27_930, status: 'paid' })
})

test('the books are in order', () => expectBooksInOrder(testApp))
