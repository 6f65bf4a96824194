import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { qrSvg } from '@repactua/api/platform/papers/qr.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'

const testApp = await startApp()
const { http } = testApp
const NOON = '2026-11-21T15:00:00.000Z'
let references = 0

const pay = ({ creditor }: Situation, { id }: Agreement, change: object = {}) =>
  http.post('/v1/payments').set('authorization', creditor.bearer)
    .send({ agreementId: id, amountCents: 1, paidAt: NOON, method: 'pix', externalReference: `E${++references}`, ...change })
const see = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement

async function agreed() {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('a Pix charge is for exactly the open amount, to the creditor, and the picture says the same as the text', async () => {
  const { who, agreement } = await agreed()
  const charge = () => http.post(`/v1/me/agreements/${agreement.id}/installments/1/charges`).set('cookie', who.cookie).send({ method: 'pix' })
  const { body } = await charge().expect(201)
  const amountCents = agreement.installments[0]!.amountCents
  expect(body).toMatchObject({ method: 'pix', amountCents, dueOn: agreement.installments[0]!.dueOn })
  expect(parseBrCode(body.pix.copyPaste)).toMatchObject({ amountCents: BigInt(amountCents), txid: body.pix.txid })
  expect(body.pix.qrSvg).toBe(qrSvg(body.pix.copyPaste))
  expect((await charge().expect(201)).body).toEqual(body)
  await pay(who, agreement, { amountCents: 500 }).expect(201)
  expect((await charge().expect(201)).body.amountCents).toBe(amountCents - 500)
})

test('the first installment activates, the last one settles the debts and gives the letter', async () => {
  const { who, agreement } = await agreed()
  await http.get(`/v1/me/agreements/${agreement.id}/discharge.pdf`).set('cookie', who.cookie).expect(409)
  const [first, ...others] = agreement.installments
  expect((await pay(who, agreement, { amountCents: first!.amountCents, installmentNumber: 1 }).expect(201)).body.agreementStatus).toBe('active')
  for (const { number, amountCents } of others) await pay(who, agreement, { amountCents, installmentNumber: number }).expect(201)
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', paidCents: agreement.totalCents, can: { discharge: { ok: true } } })
  expect((await http.get(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer)).body.status).toBe('settled')
  const letter = await http.get(`/v1/me/agreements/${agreement.id}/discharge.pdf`).set('cookie', who.cookie).buffer().expect(200)
  const text = await textOfPdf(letter.body as Buffer)
  for (const fact of ['Carta de quitação', who.debt.externalId, agreement.verificationCode!]) expect(text).toContain(fact)
})

test('the signed term as a PDF holds its code and its hash', async () => {
  const { who, agreement } = await agreed()
  const answer = await http.get(`/v1/me/agreements/${agreement.id}/term.pdf`).set('cookie', who.cookie).buffer().expect(200)
  const text = await textOfPdf(answer.body as Buffer)
  for (const fact of [agreement.verificationCode!, 'Marina Exemplo', 'As parcelas']) expect(text).toContain(fact)
  expect(text.replace(/\s/g, '')).toContain(agreement.term.sha256)
})

test('anybody may check the code of a paper, and learns nothing of the debtor', async () => {
  const { who, agreement } = await agreed()
  const { body } = await http.get(`/v1/agreement-verifications/${agreement.verificationCode!}`).expect(200)
  expect(body).toMatchObject({ status: 'awaiting_first_payment', totalCents: agreement.totalCents, termSha256: agreement.term.sha256 })
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`Marina|${who.cpf}`))
  await http.get('/v1/agreement-verifications/2222-2222-2222').expect(404)
  await http.get('/v1/agreement-verifications/nonsense').expect(400)
})

test('the same reference is one payment, however often and however parallel it comes', async () => {
  const { who, agreement } = await agreed()
  const send = () => pay(who, agreement, { amountCents: 700, externalReference: `twice-${agreement.id}` })
  const answers = await Promise.all([send(), send(), send()])
  expect(new Set(answers.map((answer) => answer.body.id as string)).size).toBe(1)
  expect((await see(who, agreement)).paidCents).toBe(700)
  const other = await pay(who, agreement, { amountCents: 701, externalReference: `twice-${agreement.id}` }).expect(409)
  expect(other.body.code).toBe('payment_reference_reused')
})

test('an installment that is late says for how many days, until it is paid', async () => {
  const { who, agreement } = await agreed()
  const [first] = agreement.installments
  testApp.clock.moveTo(`${first!.dueOn}T15:00:00Z`)
  testApp.clock.advance(3 * 86_400_000)
  const { bearer } = who.creditor
  const late = () => http.get(`/v1/agreements/${agreement.id}`).set('authorization', bearer).expect(200)
  expect((await late()).body.installments.map(({ overdueDays }: { overdueDays: number }) => overdueDays)).toEqual([3, 0, 0])
  await http.post('/v1/payments').set('authorization', bearer).send({ agreementId: agreement.id, amountCents: first!.amountCents, paidAt: NOON, method: 'pix', externalReference: 'late-1' }).expect(201)
  expect((await late()).body.installments[0].overdueDays).toBe(0)
  testApp.clock.moveTo(NOON)
})

test('parallel payments of one agreement lose nothing', async () => {
  const { who, agreement } = await agreed()
  const answers = await Promise.all(Array.from({ length: 8 }, () => pay(who, agreement, { amountCents: 100 })))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
  expect((await see(who, agreement)).paidCents).toBe(800)
})

test.each([
  ['an installment that is not there', { installmentNumber: 99 }, 404, 'installment_not_found'],
  ['a payment of tomorrow', { paidAt: '2026-11-22T15:00:00Z' }, 422, 'date_in_future'],
  ['cents with a fraction', { amountCents: 10.5 }, 400, 'invalid_request'],
  ['a negative amount', { amountCents: -1 }, 400, 'invalid_request'],
  ['an amount as text', { amountCents: '100' }, 400, 'invalid_request'],
])('refuses %s', async (_name, change, status, code) => {
  const { who, agreement } = await agreed()
  expect((await pay(who, agreement, change).expect(status)).body.code).toBe(code)
  expect((await see(who, agreement)).paidCents).toBe(0)
})

test('the creditor lists what was paid on an agreement, and nobody else does', async () => {
  const { who, agreement } = await agreed()
  const list = ({ creditor }: Situation) => http.get(`/v1/agreements/${agreement.id}/payments`).set('authorization', creditor.bearer)
  expect((await list(who).expect(200)).body).toEqual({ data: [], nextCursor: null })
  const paid = await pay(who, agreement, { amountCents: 500 }).expect(201)
  expect((await list(who).expect(200)).body.data).toEqual([paid.body])
  await list(await situation(testApp)).expect(404)
})

test("another creditor posts nothing to this one's agreement", async () => {
  const { agreement } = await agreed()
  const { who: other } = await agreed()
  expect((await pay(other, agreement).expect(404)).body.code).toBe('not_found')
})

test('an installment that is paid has no charge, an unsigned agreement has none either', async () => {
  const { who, agreement } = await agreed()
  const charge = (number: number) => http.post(`/v1/me/agreements/${agreement.id}/installments/${number}/charges`).set('cookie', who.cookie).send({ method: 'pix' })
  await pay(who, agreement, { amountCents: agreement.installments[0]!.amountCents }).expect(201)
  expect((await charge(1).expect(409)).body.code).toBe('installment_paid')
  expect((await charge(99).expect(404)).body.code).toBe('installment_not_found')
})

test('the books are in order', () => expectBooksInOrder(testApp))
