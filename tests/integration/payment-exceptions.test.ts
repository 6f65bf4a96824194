import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MoneyApart } from '@repactua/shared/contract/money-apart.ts'
import type { PaymentException } from '@repactua/shared/contract/payment-exceptions.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { tellMoney } from '../builders/arrival.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const NOON = '2026-11-21T15:00:00.000Z'
let references = 0

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number, change: object = {}) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: NOON, method: 'pix', externalReference: `X${++references}`, ...change })
const apart = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}/money-apart`).set('cookie', cookie).expect(200)).body as MoneyApart
const resolve = ({ creditor }: Pick<Situation, 'creditor'>, { id }: PaymentException, body: object) => http.post(`/v1/payment-exceptions/${id}/resolution`).set('authorization', creditor.bearer).send(body)
const read = async ({ creditor }: Situation, id: string) => (await http.get(`/v1/payment-exceptions/${id}`).set('authorization', creditor.bearer).expect(200)).body as PaymentException
const list = async ({ creditor }: Situation, query = '') => (await http.get(`/v1/payment-exceptions${query}`).set('authorization', creditor.bearer).expect(200)).body as { data: PaymentException[]; nextCursor: string | null }
const balanceOf = async ({ creditor, debt }: Situation) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body.balance.totalCents as number
const bankOf = async ({ creditor }: Situation) => Number((await rows<{ cents: string }>("select coalesce(sum(case side when 'debit' then cents else -cents end), 0) as cents from ledger_lines where creditor_id = $1 and account = 'bank'", [creditor.creditorId]))[0]!.cents)

async function agreed() {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}

/** An agreement that was cancelled, with money that came for it afterwards. */
async function paidAfterTheEnd(amountCents = 1_000) {
  const { who, agreement } = await agreed()
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  const exception = (await pay(who, agreement, amountCents).expect(202)).body as PaymentException
  return { who, agreement, exception }
}

test('money for an agreement that is over is written down, and told to both sides', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  expect(exception).toMatchObject({ status: 'open', reason: 'agreement_cancelled', amountCents: 1_000, agreementId: agreement.id, resolution: null })
  expect(exception.can).toMatchObject({ apply: { ok: true }, countOnDebts: { ok: true }, refund: { ok: true }, samePayment: { ok: true }, dismiss: { ok: false, code: 'resolution_not_possible' } })
  expect(await read(who, exception.id)).toEqual(exception)
  expect(await apart(who, agreement)).toEqual({ held: [{ amountCents: 1_000, paidAt: NOON, reason: 'agreement_cancelled' }], refunds: [] })
  expect(await bankOf(who)).toBe(1_000)
})

test('the same reference again answers the same; with another amount it is refused and nothing is written', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  const again = { externalReference: exception.externalReference }
  expect((await pay(who, agreement, 1_000, again).expect(202)).body).toEqual(exception)
  expect((await pay(who, agreement, 1_001, again).expect(409)).body.code).toBe('payment_reference_reused')
  expect((await list(who)).data).toEqual([exception])
})

test('with one key it is one answer', async () => {
  const { who, agreement } = await paidAfterTheEnd()
  const send = () => pay(who, agreement, 5, { externalReference: `once-${agreement.id}` }).set('idempotency-key', 'once')
  const first = await send().expect(202)
  expect((await send().expect(202).expect('idempotent-replayed', 'true')).body).toEqual(first.body)
})

test('the list goes by status and reason, page by page', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  const second = (await pay(who, agreement, 20).expect(202)).body as PaymentException
  await tellMoney(testApp, who.creditor, 30)
  await resolve(who, exception, { action: 'refund' }).expect(200)
  expect((await list(who, '?status=open&reason=agreement_cancelled')).data.map(({ id }) => id)).toEqual([second.id])
  expect((await list(who, '?status=resolved')).data.map(({ id }) => id)).toEqual([exception.id])
  expect((await list(who, '?reason=unknown_charge')).data).toMatchObject([{ agreementId: null, paidBy: 'unknown', can: { countOnDebts: { ok: false } } }])
  const page = await list(who, '?limit=2')
  const rest = await list(who, `?limit=2&cursor=${page.nextCursor!}`)
  expect([page.data.length, rest.data.length, rest.nextCursor]).toEqual([2, 1, null])
  expect(new Set([...page.data, ...rest.data].map(({ id }) => id)).size).toBe(3)
})

test('owed back: the refund is due, and once it is confirmed the money has left the bank', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  const { body } = await resolve(who, exception, { action: 'refund', note: 'A pessoa pediu de volta' }).expect(200)
  expect(body).toMatchObject({ status: 'resolved', resolution: { action: 'refund', note: 'A pessoa pediu de volta', paymentId: null }, can: { refund: { ok: false, code: 'exception_resolved' } } })
  expect(await apart(who, agreement)).toEqual({ held: [], refunds: [{ amountCents: 1_000, reason: 'not_due', confirmedAt: null }] })
  await http.post(`/v1/refunds/${body.resolution.refundId}/confirmation`).set('authorization', who.creditor.bearer).send({ externalReference: 'back-1' }).expect(200)
  expect(await bankOf(who)).toBe(0)
  expect((await resolve(who, exception, { action: 'refund' }).expect(200)).body.resolution).toEqual(body.resolution)
  expect((await resolve(who, exception, { action: 'count_on_debts' }).expect(409)).body.code).toBe('exception_resolved')
})

test('counted on the debts that are open again: their balance falls by just as much', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  const before = await balanceOf(who)
  expect((await resolve(who, exception, { action: 'count_on_debts' }).expect(200)).body).toMatchObject({ status: 'resolved', resolution: { action: 'count_on_debts' } })
  expect(await balanceOf(who)).toBe(before - 1_000)
  expect(await apart(who, agreement)).toEqual({ held: [], refunds: [] })
  expect(await bankOf(who)).toBe(1_000)
})

test('more than the debts come to does not count on them; nor where they are in a new agreement', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd(99_999_999)
  expect((await resolve(who, exception, { action: 'count_on_debts' }).expect(422)).body.code).toBe('payment_above_balance')
  await signedAgreement(testApp, who)
  expect((await resolve(who, exception, { action: 'count_on_debts' }).expect(409)).body.code).toBe('resolution_not_possible')
  expect((await apart(who, agreement)).held).toMatchObject([{ amountCents: 99_999_999 }])
})

test('applied to the person’s new agreement it is a payment of its own day, with its reference', async () => {
  const { who, exception } = await paidAfterTheEnd()
  const next = await signedAgreement(testApp, who)
  const { body } = await resolve(who, exception, { action: 'apply', agreementId: next.id, installmentNumber: 1 }).expect(200)
  expect(body.resolution).toMatchObject({ action: 'apply', refundId: null })
  const { data } = (await http.get(`/v1/me/agreements/${next.id}/payments`).set('cookie', who.cookie).expect(200)).body
  expect(data).toMatchObject([{ id: body.resolution.paymentId, amountCents: 1_000, externalReference: exception.externalReference, paidAt: NOON }])
  expect((await resolve(who, exception, { action: 'apply', agreementId: next.id }).expect(200)).body).toEqual(body)
  expect(await bankOf(who)).toBe(1_000)
  expect(await tellMoney(testApp, who.creditor, 1_000, { externalReference: exception.externalReference })).toEqual({ kind: 'known' })
})

test('not applied to what takes no money, to what is not there, or to another person', async () => {
  const { who, agreement, exception } = await paidAfterTheEnd()
  const refused = async (body: object, status: number) => (await resolve(who, exception, { action: 'apply', ...body }).expect(status)).body.code as string
  const next = await signedAgreement(testApp, who)
  await pay(who, next, next.installments[0]!.amountCents).expect(201)
  expect(await refused({ agreementId: agreement.id }, 409)).toBe('agreement_not_active')
  expect(await refused({ agreementId: next.id, installmentNumber: 1 }, 409)).toBe('installment_paid')
  expect(await refused({ agreementId: next.id, installmentNumber: 99 }, 404)).toBe('installment_not_found')
  expect(await refused({ agreementId: next.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }, 404)).toBe('not_found')
  const debtor = personInput({ name: 'Outra Exemplo' })
  const debt = await makeDebt(testApp, who.creditor, { debtor })
  const others = await signedAgreement(testApp, { ...who, debt, cpf: debtor.cpf, cookie: await signInWithCode(testApp, debtor.cpf) })
  expect(await refused({ agreementId: others.id }, 422)).toBe('payment_of_another_person')
  expect((await read(who, exception.id)).status).toBe('open')
})

test('the same money told by another reference comes out of the books again, where the amounts agree', async () => {
  const { who, agreement } = await agreed()
  const payment = (await pay(who, agreement, agreement.installments[0]!.amountCents, { installmentNumber: 1 }).expect(201)).body as { id: string; amountCents: number }
  const twice = (await pay(who, agreement, payment.amountCents, { installmentNumber: 1 }).expect(202)).body as PaymentException
  expect(twice.reason).toBe('paid_twice')
  expect(await bankOf(who)).toBe(2 * payment.amountCents)
  const other = (await pay(who, agreement, 7, { installmentNumber: 2 }).expect(201)).body as { id: string }
  expect((await resolve(who, twice, { action: 'same_payment', paymentId: other.id, note: 'Extrato' }).expect(422)).body.code).toBe('payment_not_the_same')
  await resolve(who, twice, { action: 'same_payment', paymentId: payment.id }).expect(400)
  const { body } = await resolve(who, twice, { action: 'same_payment', paymentId: payment.id, note: 'O mesmo Pix, pelo extrato' }).expect(200)
  expect(body.resolution).toMatchObject({ paymentId: payment.id })
  expect(await bankOf(who)).toBe(payment.amountCents + 7)
})

test('a reference with two amounts is no money: it is dismissed with a note, and with nothing else', async () => {
  const { who, agreement } = await agreed()
  const tell = (amountCents: number) => tellMoney(testApp, who.creditor, amountCents, { externalReference: `two-${agreement.id}` })
  await tell(10)
  await tell(11)
  const [question] = (await list(who, '?reason=reference_reused')).data
  expect(question).toMatchObject({ amountCents: 11, externalReference: `two-${agreement.id}~11`, can: { dismiss: { ok: true }, refund: { ok: false } } })
  expect((await resolve(who, question!, { action: 'refund' }).expect(409)).body.code).toBe('resolution_not_possible')
  await resolve(who, question!, { action: 'dismiss', note: 'Valor digitado errado' }).expect(200)
  expect(await bankOf(who)).toBe(10)
})

test('money of other business leaves the books again, with a note; what is for an agreement does not', async () => {
  const { who, exception: known } = await paidAfterTheEnd()
  await tellMoney(testApp, who.creditor, 700)
  const [other] = (await list(who, '?reason=unknown_charge')).data
  expect(await bankOf(who)).toBe(1_700)
  const decision = { action: 'dismiss', note: 'Venda no balcão' }
  await resolve(who, other!, decision).expect(200)
  await resolve(who, other!, decision).expect(200)
  expect(await bankOf(who)).toBe(1_000)
  expect((await resolve(who, known, decision).expect(409)).body.code).toBe('resolution_not_possible')
  await expectBooksInOrder(testApp)
})

test('two who decide at once: one decision holds', async () => {
  const { who, exception } = await paidAfterTheEnd()
  const answers = await Promise.all([resolve(who, exception, { action: 'refund' }), resolve(who, exception, { action: 'count_on_debts' }), resolve(who, exception, { action: 'refund' })])
  const { resolution } = await read(who, exception.id)
  expect(answers.filter(({ status }) => status === 200).length).toBe(resolution!.action === 'refund' ? 2 : 1)
})

test('nobody else’s: another creditor, a client that may only read, no token', async () => {
  const { exception } = await paidAfterTheEnd()
  const creditor = await makeCreditor(testApp)
  await http.get(`/v1/payment-exceptions/${exception.id}`).set('authorization', creditor.bearer).expect(404)
  await resolve({ creditor }, exception, { action: 'refund' }).expect(404)
  await http.get('/v1/payment-exceptions').expect(401)
  await http.post(`/v1/payment-exceptions/${exception.id}/resolution`).send({ action: 'refund' }).expect(401)
})

test('the books are in order', () => expectBooksInOrder(testApp))
