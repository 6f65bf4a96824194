import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { amendedAgreement, amendmentSignature, quoteAmendment, signQuote } from '../builders/amendment.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
afterEach(() => clock.moveTo(SOME_DAY))
let references = 0

/** Somebody with a signed plan of three installments, at 1 % a month where it is not said otherwise. */
async function agreed(monthlyRateBps = 100) {
  const creditor = await makeCreditor(testApp)
  const repairs = { moveDueDate: { times: 2, mostDays: 15 } }
  await publishPolicy(testApp, creditor, { rules: [rule({ grant: grant({ installments: [band(2, 12, { monthlyRateBps })], repairs }) })] })
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(testApp, creditor, { debtor })
  const who: Situation = { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(testApp, debtor.cpf) }
  return { who, agreement: await signedAgreement(testApp, who) }
}

const pay = ({ creditor }: Situation, { id }: Pick<Agreement, 'id'>, payment: object) =>
  http.post('/v1/payments').set('authorization', creditor.bearer)
    .send({ agreementId: id, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `PE-${++references}`, ...payment })
const see = async ({ cookie }: Situation, { id }: Pick<Agreement, 'id'>) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
const charge = ({ cookie }: Situation, { id }: Pick<Agreement, 'id'>, of: string) => http.post(`/v1/me/agreements/${id}/${of}/charges`).set('cookie', cookie).send({ method: 'pix' })
const statuses = async ({ cookie }: Situation, { id }: Pick<Agreement, 'id'>) =>
  ((await http.get(`/v1/me/agreements/${id}/amendments`).set('cookie', cookie).expect(200)).body.data as { status: string }[]).map(({ status }) => status)

async function payingOff(monthlyRateBps?: number) {
  const { who, agreement } = await agreed(monthlyRateBps)
  return { who, ...(await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })) }
}

test('everything is paid today: the interest of the future is not, and the letter is there at once', async () => {
  const { who, quote, agreement } = await payingOff()
  const { amountCents } = quote.payNow!
  expect(amountCents).toBe(quote.openBeforeCents - quote.savingCents)
  expect(quote.savingCents).toBeGreaterThan(1_000)
  expect(agreement).toMatchObject({ status: 'awaiting_first_payment', pendingPayment: { amendmentId: quote.id, kind: 'pay_off', amountCents, payBy: '2026-11-23' } })
  const { body } = await charge(who, agreement, `amendments/${quote.id}`).expect(201)
  expect(body).toMatchObject({ amountCents, dueOn: '2026-11-23' })
  expect(parseBrCode(body.pix.copyPaste)).toMatchObject({ amountCents: BigInt(amountCents), txid: body.pix.txid })
  expect((await pay(who, agreement, { amountCents, installmentNumber: body.installmentNumber }).expect(201)).body).toMatchObject({ agreementStatus: 'settled' })
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', paidCents: amountCents, totalCents: amountCents, pendingPayment: null })
  expect((await see(who, agreement)).installments.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid'])
  expect(await statuses(who, agreement)).toEqual(['applied'])
  expect((await http.get(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer)).body.status).toBe('settled')
  const news = await rows<{ status: string }>("select data->>'status' as status from outbox_events where type = 'agreement.amended' and subject = $1 order by 1", [agreement.id])
  expect(news.map(({ status }) => status)).toEqual(['applied', 'pending'])
})

test('unpaid by its day it lapses, and the schedule stands as it did all along', async () => {
  const { who, quote, agreement } = await payingOff()
  clock.moveTo('2026-11-24T15:00:00Z')
  const later = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  expect(await see(later, agreement)).toMatchObject({ pendingPayment: null, installments: quote.before.map((one) => ({ ...one, overdueDays: 0 })) })
  expect(await statuses(later, agreement)).toEqual(['lapsed'])
  expect((await charge(later, agreement, `amendments/${quote.id}`).expect(409)).body.code).toBe('amendment_quote_expired')
  await pay(later, agreement, { amountCents: quote.payNow!.amountCents }).expect(201)
  expect(await see(later, agreement)).toMatchObject({ status: 'active', paidCents: quote.payNow!.amountCents, totalCents: agreement.totalCents })
})

test('a payment of the day that is told later still pays everything', async () => {
  const { who, quote, agreement } = await payingOff()
  clock.moveTo('2026-11-25T15:00:00Z')
  await pay(who, agreement, { amountCents: quote.payNow!.amountCents, paidAt: '2026-11-23T22:00:00Z' }).expect(201)
  expect(await see({ ...who, cookie: await signInWithCode(testApp, who.cpf) }, agreement)).toMatchObject({ status: 'settled' })
})

test('other payments that come meanwhile count towards paying everything, and the charge is for the rest', async () => {
  const { who, quote, agreement } = await payingOff()
  const { amountCents } = quote.payNow!
  await pay(who, agreement, { amountCents: 10_000 }).expect(201)
  const { body } = await charge(who, agreement, `amendments/${quote.id}`).expect(201)
  expect(body.amountCents).toBe(amountCents - 10_000)
  expect((await pay(who, agreement, { amountCents: amountCents - 10_001 }).expect(201)).body.agreementStatus).toBe('active')
  expect((await pay(who, agreement, { amountCents: 1 }).expect(201)).body.agreementStatus).toBe('settled')
  const allocated = await rows<{ sum: bigint }>('select sum(cents)::bigint as sum from payment_allocations where agreement_id = $1', [agreement.id.slice(10)])
  expect(allocated).toEqual([{ sum: BigInt(amountCents) }])
})

test('an installment that was paid beyond its value of that day is closed with the others', async () => {
  const { who, quote, agreement } = await payingOff()
  const last = quote.before.at(-1)!
  await pay(who, agreement, { amountCents: last.amountCents - 1, installmentNumber: last.number }).expect(201)
  await pay(who, agreement, { amountCents: quote.payNow!.amountCents - last.amountCents + 1 }).expect(201)
  const settled = await see(who, agreement)
  expect(settled).toMatchObject({ status: 'settled', paidCents: quote.payNow!.amountCents })
  expect(settled.installments.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid'])
})

test('what is late is paid with its fine and its interest', async () => {
  const { who, agreement } = await agreed(0)
  clock.moveTo('2026-12-20T15:00:00Z')
  const late = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  const quote = await quoteAmendment(testApp, late, agreement, { kind: 'pay_off' })
  expect(quote.lines.map(({ kind, cents }) => [kind, cents])).toEqual([['late_fine', 588], ['default_interest', 98]])
  await signQuote(testApp, late, quote, await amendmentSignature(testApp, late, quote)).expect(200)
  await pay(late, agreement, { amountCents: 88_886 }).expect(201)
  expect(await see(late, agreement)).toMatchObject({ status: 'settled', paidCents: 88_886 })
})

test('the latest installments are paid ahead, the others stay', async () => {
  const { who, agreement: signed } = await agreed()
  const { quote, agreement } = await amendedAgreement(testApp, who, signed, { kind: 'pay_ahead', from: 'latest', count: 1 })
  const { body } = await charge(who, agreement, `amendments/${quote.id}`).expect(201)
  expect(body).toMatchObject({ amountCents: quote.payNow!.amountCents, installmentNumber: 3 })
  await pay(who, agreement, { amountCents: body.amountCents, installmentNumber: 3 }).expect(201)
  const after = await see(who, agreement)
  expect(after.installments.map(({ status }) => status)).toEqual(['open', 'open', 'paid'])
  expect(after).toMatchObject({ totalCents: signed.totalCents - quote.savingCents, paidCents: quote.payNow!.amountCents, status: 'awaiting_first_payment' })
})

test('an installment that just has its amount is no payment ahead', async () => {
  const { who, agreement: signed } = await agreed(0)
  const { quote, agreement } = await amendedAgreement(testApp, who, signed, { kind: 'pay_ahead', from: 'latest', count: 1 })
  expect(quote.payNow!.amountCents).toBe(signed.installments[0]!.amountCents)
  await pay(who, agreement, { amountCents: quote.payNow!.amountCents }).expect(201)
  expect((await see(who, agreement)).installments.map(({ status }) => status)).toEqual(['paid', 'open', 'open'])
  await pay(who, agreement, { amountCents: quote.payNow!.amountCents, installmentNumber: 3 }).expect(201)
  expect((await see(who, agreement)).installments.map(({ status }) => status)).toEqual(['paid', 'open', 'paid'])
})

test('so much money ahead leaves the rest of its installment open', async () => {
  const { who, agreement: signed } = await agreed()
  const { quote, agreement } = await amendedAgreement(testApp, who, signed, { kind: 'pay_ahead', from: 'latest', amountCents: 40_000 })
  await pay(who, agreement, { amountCents: 40_000, installmentNumber: 2 }).expect(201)
  const after = await see(who, agreement)
  expect(after.installments.map(({ status }) => status)).toEqual(['open', 'partly_paid', 'paid'])
  expect(after.totalCents - after.paidCents).toBe(quote.openAfterCents)
})

test('a later amendment takes the place of one that waits for its payment', async () => {
  const { who, agreement } = await payingOff()
  await amendedAgreement(testApp, who, agreement, { kind: 'move_due_date', installmentNumber: 1, dueOn: '2026-12-15' })
  expect(await statuses(who, agreement)).toEqual(['lapsed', 'applied'])
  expect((await see(who, agreement)).pendingPayment).toBeNull()
})

test('an old Pix charge of an installment that changed loses nothing', async () => {
  const { who, agreement } = await agreed(0)
  const old = await charge(who, agreement, 'installments/1').expect(201)
  await amendedAgreement(testApp, who, agreement, { kind: 'pay_ahead', from: 'next', amountCents: 10_000 })
  await pay(who, agreement, { amountCents: 10_000, installmentNumber: 1 }).expect(201)
  await pay(who, agreement, { amountCents: old.body.amountCents, installmentNumber: 1 }).expect(201)
  const after = await see(who, agreement)
  expect(after.installments.map(({ status, paidCents }) => [status, paidCents])).toEqual([['paid', 29_400], ['partly_paid', 10_000], ['open', 0]])
  expect((await charge(who, agreement, 'installments/2').expect(201)).body.amountCents).toBe(19_400)
})

test('parallel payments of what a quote waits for pay it once', async () => {
  const { who, quote, agreement } = await payingOff()
  const answers = await Promise.all([1, 2, 3].map(() => pay(who, agreement, { amountCents: quote.payNow!.amountCents })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 202, 202])
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', paidCents: quote.payNow!.amountCents })
})

test('the books are in order', () => expectBooksInOrder(testApp))
