import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MoneyApart } from '@repactua/shared/contract/money-apart.ts'
import type { Charge, Payment } from '@repactua/shared/contract/payments.ts'
import { expect, test } from 'vitest'
import { formAgreement, signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { tellMoney } from '../builders/arrival.ts'
import { withBoleto } from '../builders/boleto.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const uuid = (id: string) => id.slice(id.indexOf('_') + 1)

const see = async ({ cookie }: Pick<Situation, 'cookie'>, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
const apart = async ({ cookie }: Pick<Situation, 'cookie'>, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}/money-apart`).set('cookie', cookie).expect(200)).body as MoneyApart
const settings = ({ creditor }: Situation, body: object) => http.patch('/v1/creditors/me/settings').set('authorization', creditor.bearer).send(body).expect(200)
const paymentsOf = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}/payments`).set('cookie', cookie).expect(200)).body.data as Payment[]
const refundsOf = async ({ creditor }: Situation) => (await http.get('/v1/refunds').set('authorization', creditor.bearer).expect(200)).body.data as unknown[]
const installment = ({ id }: Agreement, number?: number) => ({ kind: 'installment' as const, agreementId: uuid(id), ...(number === undefined ? {} : { number }) })

async function agreed() {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}

async function charged() {
  const { who, agreement } = await agreed()
  const charge = (await http.post(`/v1/me/agreements/${agreement.id}/installments/1/charges`).set('cookie', who.cookie).send({ method: 'pix' }).expect(201)).body as Charge
  return { who, agreement, charge, aim: { kind: 'charge' as const, txid: charge.pix.txid } }
}

test('exact: the charge of a txid is paid, a slip’s Pix code too', async () => {
  const { who, agreement, charge, aim } = await charged()
  expect((await tellMoney(testApp, who.creditor, charge.amountCents, { aim })).kind).toBe('posted')
  expect(await see(who, agreement)).toMatchObject({ status: 'active', paidCents: charge.amountCents })
  expect(await apart(who, agreement)).toEqual({ held: [], refunds: [] })
  const story = await withBoleto(testApp)
  expect(await tellMoney(testApp, story.who.creditor, story.charge.amountCents, { aim: { kind: 'charge', txid: story.charge.pix.txid } })).toMatchObject({ kind: 'posted' })
})

test('short: a part payment, or within the tolerance the rest is let go, in the books as a discount', async () => {
  const { who, agreement, charge, aim } = await charged()
  await tellMoney(testApp, who.creditor, charge.amountCents - 5, { aim })
  expect((await see(who, agreement)).installments[0]).toMatchObject({ status: 'partly_paid' })
  await settings(who, { shortToleranceCents: 4 })
  await tellMoney(testApp, who.creditor, 1, { aim })
  const after = await see(who, agreement)
  expect(after.installments[0]).toMatchObject({ status: 'paid', amountCents: charge.amountCents - 4 })
  expect(after.totalCents).toBe(agreement.totalCents - 4)
  expect((await paymentsOf(who, agreement)).find(({ amountCents }) => amountCents === 1)!.allocations).toMatchObject([{ installmentNumber: 1, cents: 1, forgivenCents: 4 }])
  await tellMoney(testApp, who.creditor, charge.amountCents, { aim: installment(agreement, 2) })
  await tellMoney(testApp, who.creditor, agreement.installments[2]!.amountCents - 3, { aim: installment(agreement) })
  expect(await see(who, agreement)).toMatchObject({ status: 'settled', totalCents: agreement.totalCents - 7 })
})

test('over: to the next open installments, or back, as the creditor says', async () => {
  const { who, agreement, charge, aim } = await charged()
  await tellMoney(testApp, who.creditor, charge.amountCents + 30, { aim })
  expect((await see(who, agreement)).installments.map(({ paidCents }) => paidCents)).toEqual([charge.amountCents, 30, 0])
  const other = await charged()
  await settings(other.who, { overpayment: 'refund' })
  await tellMoney(testApp, other.who.creditor, charge.amountCents + 30, { aim: other.aim, externalReference: `over-${other.agreement.id}` })
  const after = await see(other.who, other.agreement)
  expect(after.installments.map(({ paidCents }) => paidCents)).toEqual([charge.amountCents, 0, 0])
  expect((await apart(other.who, other.agreement)).refunds).toMatchObject([{ amountCents: 30, reason: 'overpayment', confirmedAt: null }])
  expect(await refundsOf(other.who)).toMatchObject([{ agreementId: other.agreement.id, amountCents: 30, reason: 'overpayment', paymentReference: `over-${other.agreement.id}` }])
})

test('above all that is open: the agreement settles and the rest is owed back, never refused', async () => {
  const { who, agreement } = await agreed()
  const body = { agreementId: agreement.id, amountCents: agreement.totalCents + 1_000, paidAt: testApp.clock.now().toISOString(), method: 'transfer', externalReference: `above-${agreement.id}` }
  const { body: payment } = await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(body).expect(201)
  expect(payment).toMatchObject({ agreementStatus: 'settled', excessCents: 1_000, paidBy: 'unknown' })
  expect((await apart(who, agreement)).refunds).toMatchObject([{ amountCents: 1_000, reason: 'overpayment' }])
  const receipt = await http.get(`/v1/me/agreements/${agreement.id}/payments/${payment.id}/receipt.pdf`).set('cookie', who.cookie).buffer().expect(200)
  expect((await textOfPdf(receipt.body as Buffer)).replace(/\s+/g, ' ')).toContain('R$ 10,00, acima do que faltava')
})

test('twenty tell of one payment at the same moment: one effect', async () => {
  const { who, agreement } = await agreed()
  const answers = await Promise.all(Array.from({ length: 20 }, () => tellMoney(testApp, who.creditor, 700, { externalReference: `race-${agreement.id}`, aim: installment(agreement) })))
  expect(answers.map(({ kind }) => kind).sort()).toEqual([...Array.from({ length: 19 }, () => 'known'), 'posted'])
  const nobody = await Promise.all(Array.from({ length: 20 }, () => tellMoney(testApp, who.creditor, 300, { externalReference: `race-of-nobody-${agreement.id}` })))
  expect(nobody.filter(({ kind }) => kind === 'held').length).toBe(1)
  expect((await see(who, agreement)).paidCents).toBe(700)
})

test('one reference with two amounts at once: one is money, the other is a question', async () => {
  const { who, agreement } = await agreed()
  const tell = (amountCents: number) => tellMoney(testApp, who.creditor, amountCents, { externalReference: `two-${agreement.id}`, aim: installment(agreement) })
  const answers = await Promise.all([tell(100), tell(101)])
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['held', 'posted'])
  expect(answers.flatMap((one) => (one.kind === 'held' ? [one.exception.reason] : []))).toEqual(['reference_reused'])
  expect((await tell(100)).kind === 'known' && (await tell(101)).kind === 'known').toBe(true)
})

test.each([
  ['the debtor', (who: Situation) => who.cpf, 'debtor'],
  ['somebody else', () => '111.444.777-35', 'other'],
  ['a company', () => '11.222.333/0001-81', 'other'],
  ['nobody that the bank names', () => undefined, 'unknown'],
] as const)('paid by %s: taken, and said so', async (_name, documentOf, paidBy) => {
  const { who, agreement } = await agreed()
  const payerDocument = documentOf(who)
  await tellMoney(testApp, who.creditor, 500, { aim: installment(agreement), ...(payerDocument ? { payerDocument } : {}) })
  const [payment] = (await paymentsOf(who, agreement)) as [Payment]
  expect(payment.paidBy).toBe(paidBy)
  const receipt = await http.get(`/v1/me/agreements/${agreement.id}/payments/${payment.id}/receipt.pdf`).set('cookie', who.cookie).buffer().expect(200)
  expect((await textOfPdf(receipt.body as Buffer)).includes('Pago por outra pessoa')).toBe(paidBy === 'other')
  const kept = await rows<{ kept: string }>('select row_to_json(p)::text as kept from payments p where creditor_id = $1', [who.creditor.creditorId])
  if (payerDocument) expect(kept[0]!.kept).not.toContain(payerDocument.replace(/\D/g, ''))
})

test.each([
  ['of no charge', { kind: 'unknown' } as const],
  ['of a txid that nobody made', { kind: 'charge', txid: '0'.repeat(25) } as const],
  ['of an agreement that is not there', { kind: 'installment', agreementId: '01a1fe9f-1180-7176-b3a9-411171d5dd56' } as const],
])('money %s is held for a person', async (_name, aim) => {
  const { who } = await agreed()
  expect(await tellMoney(testApp, who.creditor, 900, { aim })).toMatchObject({ kind: 'held', exception: { reason: 'unknown_charge', agreementId: null } })
})

test('a second payment of a charge, and what comes for an agreement that takes none, is held with its reason', async () => {
  const { who, agreement, charge, aim } = await charged()
  const reason = async (found: Promise<Awaited<ReturnType<typeof tellMoney>>>) => (await found.then((one) => (one.kind === 'held' ? one.exception.reason : one.kind)))
  await tellMoney(testApp, who.creditor, charge.amountCents, { aim })
  expect(await reason(tellMoney(testApp, who.creditor, charge.amountCents, { aim }))).toBe('paid_twice')
  expect((await see(who, agreement)).paidCents).toBe(charge.amountCents)
  expect((await apart(who, agreement)).held).toMatchObject([{ amountCents: charge.amountCents, reason: 'paid_twice' }])
  expect(await reason(tellMoney(testApp, who.creditor, 50, { aim: installment(agreement, 9) }))).toBe('unknown_charge')
  const { who: waiting } = await agreed()
  const unsigned = await formAgreement(testApp, await situation(testApp))
  expect(await reason(tellMoney(testApp, waiting.creditor, 50, { aim: installment(unsigned) }))).toBe('unknown_charge')
  const mine = await situation(testApp)
  const formed = await formAgreement(testApp, mine)
  expect(await reason(tellMoney(testApp, mine.creditor, 50, { aim: installment(formed) }))).toBe('agreement_unsigned')
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect(await reason(tellMoney(testApp, who.creditor, 50, { aim }))).toBe('agreement_cancelled')
  const done = await agreed()
  await tellMoney(testApp, done.who.creditor, done.agreement.totalCents, { aim: installment(done.agreement) })
  expect(await reason(tellMoney(testApp, done.who.creditor, 50, { aim: installment(done.agreement) }))).toBe('agreement_settled')
})

test('the books are in order', () => expectBooksInOrder(testApp))
