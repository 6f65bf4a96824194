import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import type { PolicyGrant } from '@repactua/shared/contract/policies.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
afterEach(() => clock.moveTo(SOME_DAY))
let references = 0

const pay = async ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  (await http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `RP-${++references}` }).expect(201)).body as Payment
const reverse = ({ creditor }: Pick<Situation, 'creditor'>, { id }: Pick<Payment, 'id'>, change: object = {}) =>
  http.post(`/v1/payments/${id}/reversal`).set('authorization', creditor.bearer).send({ reversedAt: clock.now().toISOString(), externalReference: `D-${++references}`, reason: 'med', ...change })
const see = async ({ creditor }: Situation, { id }: Agreement) => (await http.get(`/v1/agreements/${id}`).set('authorization', creditor.bearer).expect(200)).body as Agreement
const debtOf = async ({ creditor, debt }: Situation) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body as Debt
const paidOf = async (who: Situation, agreement: Agreement) => (await see(who, agreement)).installments.map(({ paidCents, amountCents, status }) => [paidCents, amountCents, status])
const newsOf = ({ creditor }: Situation, type: string) => rows<{ data: object }>('select data from outbox_events where creditor_id = $1 and type = $2 order by id', [creditor.creditorId, type])
const balances = async ({ creditor }: Situation, { id }: Agreement) => {
  const { body } = await http.get(`/v1/agreements/${id}/ledger`).set('authorization', creditor.bearer).expect(200)
  return Object.fromEntries((body.balances as { account: string; side: string; cents: number }[]).map(({ account, side, cents }) => [account, side === 'debit' ? cents : -cents]))
}

/** Three installments of R$ 294,00, or what the grant makes of them. */
async function agreed(overrides: Partial<PolicyGrant> = {}) {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant(overrides) })] })
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('a settled agreement runs again once its payment is taken back, and settles anew', async () => {
  const { who, agreement } = await agreed()
  const before = await balances(who, agreement)
  const payment = await pay(who, agreement, agreement.totalCents)
  const settled = await balances(who, agreement)
  const answer = (await reverse(who, payment).expect(200)).body as Payment
  expect(answer).toMatchObject({ id: payment.id, amountCents: 88_200, agreementStatus: 'active', settledAt: null, reversals: [{ amountCents: 88_200, reason: 'med' }] })
  expect(await see(who, agreement)).toMatchObject({ status: 'active', settledAt: null, paidCents: 0, delisting: null, can: { pay: { ok: true }, discharge: { ok: false } } })
  expect(await balances(who, agreement)).toEqual(before)
  expect((await debtOf(who)).status).toBe('in_agreement')
  await http.get(`/v1/me/agreements/${agreement.id}/discharge.pdf`).set('cookie', who.cookie).expect(409)
  expect((await http.get(`/v1/agreement-verifications/${agreement.verificationCode}`).expect(200)).body).toMatchObject({ status: 'active', settledAt: null })
  expect(await newsOf(who, 'agreement.reopened')).toMatchObject([{ data: { agreementId: agreement.id } }])
  expect(await newsOf(who, 'delisting.reversed')).toMatchObject([{ data: { agreementId: agreement.id, confirmed: false } }])
  expect((await http.get('/v1/delistings?status=due').set('authorization', who.creditor.bearer).expect(200)).body.data).toEqual([])
  await pay(who, agreement, agreement.totalCents)
  expect(await balances(who, agreement)).toEqual(settled)
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', delisting: { confirmedAt: null } })
  expect((await http.get('/v1/delistings?status=due').set('authorization', who.creditor.bearer).expect(200)).body.data).toMatchObject([{ agreementId: agreement.id }])
})

test('a name that is off the lists already: the creditor’s systems are told, and it is taken off again', async () => {
  const { who, agreement } = await agreed()
  const payment = await pay(who, agreement, agreement.totalCents)
  const confirm = () => http.post(`/v1/delistings/${agreement.id}/confirmation`).set('authorization', who.creditor.bearer).expect(200)
  await confirm()
  await reverse(who, payment, { reason: 'bank_error' }).expect(200)
  expect(await newsOf(who, 'delisting.reversed')).toMatchObject([{ data: { confirmed: true } }])
  await pay(who, agreement, agreement.totalCents)
  expect(await see(who, agreement)).toMatchObject({ delisting: { confirmedAt: null } })
  await confirm()
})

test('a part of a payment: the latest installment is open again first', async () => {
  const { who, agreement } = await agreed()
  const payment = await pay(who, agreement, 70_000)
  await reverse(who, payment, { amountCents: 20_000 }).expect(200)
  clock.advance(1_000)
  expect(await paidOf(who, agreement)).toEqual([[29_400, 29_400, 'paid'], [20_600, 29_400, 'partly_paid'], [0, 29_400, 'open']])
  const { body } = await reverse(who, payment).expect(200)
  expect(body.reversals.map(({ amountCents }: { amountCents: number }) => amountCents)).toEqual([20_000, 50_000])
  expect(await paidOf(who, agreement)).toEqual([[0, 29_400, 'open'], [0, 29_400, 'open'], [0, 29_400, 'open']])
  expect((await reverse(who, payment).expect(409)).body.code).toBe('payment_reversed')
})

test('one reference is one reversal, however often and from however many sides it is told', async () => {
  const { who, agreement } = await agreed()
  const [payment, other] = [await pay(who, agreement, 30_000), await pay(who, agreement, 1_000)]
  const answers = await Promise.all(Array.from({ length: 6 }, () => reverse(who, payment, { externalReference: 'D-ONCE' })))
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body.reversals))).size).toBe(1)
  expect((await see(who, agreement)).paidCents).toBe(1_000)
  expect((await reverse(who, payment, { externalReference: 'D-ONCE', amountCents: 1 }).expect(409)).body.code).toBe('payment_reference_reused')
  expect((await reverse(who, other, { externalReference: 'D-ONCE' }).expect(409)).body.code).toBe('payment_reference_reused')
})

test('refused: too much, in the future, before the payment, somebody else’s', async () => {
  const { who, agreement } = await agreed()
  const payment = await pay(who, agreement, 30_000)
  expect((await reverse(who, payment, { amountCents: 30_001 }).expect(422)).body.code).toBe('reversal_above_payment')
  expect((await reverse(who, payment, { reversedAt: '2026-11-21T15:00:01.000Z' }).expect(422)).body.code).toBe('date_in_future')
  expect((await reverse(who, payment, { reversedAt: '2026-11-20T15:00:00.000Z' }).expect(400)).body.errors).toMatchObject([{ pointer: '/reversedAt' }])
  await reverse({ creditor: await makeCreditor(testApp) }, payment).expect(404)
  expect(await see(who, agreement)).toMatchObject({ paidCents: 30_000 })
})

test('what was paid for delay is let go with it, and counted anew on the next payment', async () => {
  const { who, agreement } = await agreed()
  clock.moveTo('2026-12-20T15:00:00.000Z')
  const payment = await pay(who, agreement, 30_086)
  await reverse(who, payment, { amountCents: 500 }).expect(200)
  expect(await paidOf(who, agreement)).toMatchObject([[29_586, 29_586, 'paid'], {}, {}])
  await reverse(who, payment).expect(200)
  expect(await paidOf(who, agreement)).toMatchObject([[0, 29_400, 'open'], {}, {}])
  expect(await balances(who, agreement)).not.toHaveProperty('late_charges')
  clock.moveTo('2026-12-22T15:00:00.000Z')
  expect((await see(who, agreement)).installments[0]).toMatchObject({ late: { amountCents: 30_106 } })
  await pay(who, agreement, 30_106)
  expect(await paidOf(who, agreement)).toMatchObject([[30_106, 30_106, 'paid'], {}, {}])
})

test('what was let go for paying early is owed again', async () => {
  const { who, agreement } = await agreed({ installments: [band(3, 3, { earlyPayment: { discountBps: 500, daysBefore: 5 } })] })
  const payment = await pay(who, agreement, 3 * 27_930)
  await reverse(who, payment, { amountCents: 1 }).expect(200)
  expect(await paidOf(who, agreement)).toEqual([[27_930, 27_930, 'paid'], [27_930, 27_930, 'paid'], [27_929, 29_400, 'partly_paid']])
  await reverse(who, payment).expect(200)
  expect(await paidOf(who, agreement)).toEqual([[0, 29_400, 'open'], [0, 29_400, 'open'], [0, 29_400, 'open']])
  await pay(who, agreement, 3 * 27_930)
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', totalCents: 3 * 27_930 })
})

test('cents that were let go within a tolerance are owed again; what was above is a refund, and not taken back twice', async () => {
  const { who, agreement } = await agreed()
  await http.patch('/v1/creditors/me/settings').set('authorization', who.creditor.bearer).send({ shortToleranceCents: 10 }).expect(200)
  const short = await pay(who, agreement, 29_395)
  expect(await paidOf(who, agreement)).toMatchObject([[29_395, 29_395, 'paid'], {}, {}])
  await reverse(who, short).expect(200)
  expect(await paidOf(who, agreement)).toMatchObject([[0, 29_400, 'open'], {}, {}])
  const over = await pay(who, agreement, 90_000)
  expect(over).toMatchObject({ agreementStatus: 'settled', excessCents: 1_800 })
  expect((await reverse(who, over).expect(409)).body.code).toBe('reversal_of_refund')
  await reverse(who, over, { amountCents: 88_200 }).expect(200)
  expect(await see(who, agreement)).toMatchObject({ status: 'active', paidCents: 0 })
})

test('everything paid early, and taken back: the plan is as it was before, and may be paid early anew', async () => {
  const { who, agreement } = await agreed({ installments: [band(2, 12, { monthlyRateBps: 100 })] })
  const before = await balances(who, agreement)
  const { quote } = await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })
  const payment = await pay(who, agreement, quote.payNow!.amountCents)
  expect((await see(who, agreement)).status).toBe('settled')
  await reverse(who, payment).expect(200)
  expect(await see(who, agreement)).toMatchObject({ status: 'active', totalCents: agreement.totalCents, pendingPayment: null, installments: agreement.installments.map(({ amountCents }) => ({ amountCents, paidCents: 0, status: 'open' })) })
  expect(await balances(who, agreement)).toEqual(before)
  const { body } = await http.get(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', who.cookie).expect(200)
  expect(body.data).toMatchObject([{ status: 'lapsed', appliedAt: null }])
  const again = await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })
  await pay(who, agreement, again.quote.payNow!.amountCents)
  expect((await see(who, agreement)).status).toBe('settled')
})

test('installments paid ahead keep their lower amount where something was signed on top of it since', async () => {
  const { who, agreement } = await agreed({ installments: [band(2, 12, { monthlyRateBps: 100 })], repairs: { moveDueDate: { times: 2, mostDays: 15 } } })
  const { quote } = await amendedAgreement(testApp, who, agreement, { kind: 'pay_ahead', from: 'latest', count: 1 })
  const payment = await pay(who, agreement, quote.payNow!.amountCents)
  await amendedAgreement(testApp, who, agreement, { kind: 'move_due_date', installmentNumber: 1, dueOn: '2026-12-15' })
  await reverse(who, payment).expect(200)
  expect((await see(who, agreement)).installments[2]).toMatchObject({ amountCents: quote.payNow!.amountCents, paidCents: 0, status: 'open' })
})

test('of a cancelled agreement the debt owes it again, as if it had never been paid', async () => {
  const { who, agreement } = await agreed()
  const before = (await debtOf(who)).balance.totalCents
  const [payment] = [await pay(who, agreement, 30_000), await pay(who, agreement, 5_000)]
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect((await debtOf(who)).balance.totalCents).toBe(before - 35_000)
  await reverse(who, payment!, { amountCents: 10_000, reason: 'chargeback' }).expect(200)
  expect((await debtOf(who)).balance.totalCents).toBe(before - 25_000)
  await reverse(who, payment!).expect(200)
  expect((await debtOf(who)).balance.totalCents).toBe(before - 5_000)
  expect(await balances(who, agreement)).toEqual({ bank: 5_000, debts: -5_000 })
  expect((await signedAgreement(testApp, who)).balanceCents).toBe(before - 5_000)
})

test('a payment taken back before its agreement is cancelled counts on nothing', async () => {
  const { who, agreement } = await agreed()
  const before = (await debtOf(who)).balance.totalCents
  await reverse(who, await pay(who, agreement, 30_000)).expect(200)
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect((await debtOf(who)).balance.totalCents).toBe(before)
})

test('refused where it is owed back already, or new debts stand in the agreement’s place', async () => {
  const undone = await agreed({ withdrawalDays: 7 })
  const payment = await pay(undone.who, undone.agreement, 300)
  await http.post(`/v1/me/agreements/${undone.agreement.id}/withdrawal`).set('cookie', undone.who.cookie).expect(200)
  expect((await reverse(undone.who, payment).expect(409)).body.code).toBe('reversal_of_refund')
  const broken = await agreed({ breakRule: { toleranceDays: 10, missedInstallments: 1, noticeDays: 7, effect: 'novation' } })
  const part = await pay(broken.who, broken.agreement, 300)
  for (const day of ['2027-01-05', '2027-01-20']) {
    clock.moveTo(`${day}T15:00:00.000Z`)
    await watchAllArrears({ platform: testApp.platform, logger: createLogger('silent') })
  }
  expect((await reverse(broken.who, part).expect(409)).body.code).toBe('reversal_after_novation')
})

test('the person sees it in the list of payments, and no receipt says otherwise', async () => {
  const { who, agreement } = await agreed()
  const payment = await pay(who, agreement, 30_000)
  const receipt = async () => (await textOfPdf((await http.get(`/v1/me/agreements/${agreement.id}/payments/${payment.id}/receipt.pdf`).set('cookie', who.cookie).buffer().expect(200)).body as Buffer)).replace(/\s+/g, ' ')
  expect(await receipt()).not.toContain('desfez')
  await reverse(who, payment, { amountCents: 10_000 }).expect(200)
  clock.advance(1_000)
  expect(await receipt()).toContain('O banco desfez este pagamento: R$ 100,00 em 21/11/2026. Este recibo vale para R$ 200,00.')
  await reverse(who, payment).expect(200)
  expect(await receipt()).toContain('Este recibo não vale mais')
  const { body } = await http.get(`/v1/me/agreements/${agreement.id}/payments`).set('cookie', await signInWithCode(testApp, who.cpf)).expect(200)
  expect(body.data).toMatchObject([{ id: payment.id, reversals: [{ amountCents: 10_000 }, { amountCents: 20_000 }] }])
})

test('the books are in order', () => expectBooksInOrder(testApp))
