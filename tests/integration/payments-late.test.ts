import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { askForBoleto, boletoSituation } from '../builders/boleto.ts'
import { signInWithCode } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

/** The first of three installments of R$ 294,00, due on 10 December, ten days late: 2 % and 1 % a month. */
const LATE_DAY = '2026-12-20T15:00:00.000Z'
const LATE_ITEMS = [
  { kind: 'installment', cents: 29_400 },
  { kind: 'late_fine', cents: 588, formula: 'R$\u00a0294,00 × 2%' },
  { kind: 'default_interest', cents: 98, formula: 'R$\u00a0294,00 × 1% ÷ 30 × 10 dias' },
]

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number, change: object = {}) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: LATE_DAY, method: 'pix', externalReference: `L${++references}`, ...change })
const see = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
const charge = ({ cookie }: Situation, { id }: Agreement, number = 1) => http.post(`/v1/me/agreements/${id}/installments/${number}/charges`).set('cookie', cookie).send({ method: 'pix' }).expect(201)
const balances = async ({ creditor }: Situation, { id }: Agreement) => {
  const { body } = await http.get(`/v1/agreements/${id}/ledger`).set('authorization', creditor.bearer).expect(200)
  return Object.fromEntries((body.balances as { account: string; side: string; cents: number }[]).map(({ account, side, cents }) => [account, side === 'debit' ? cents : -cents]))
}

/** An agreement whose first installment is ten days late. */
async function late(make: () => Promise<Situation> = () => situation(testApp)) {
  clock.moveTo(SOME_DAY)
  const signed = await make()
  const agreement = await signedAgreement(testApp, signed)
  clock.moveTo(LATE_DAY)
  return { who: { ...signed, cookie: await signInWithCode(testApp, signed.cpf) }, agreement }
}

test('a late installment is asked for with its fine and interest of today, item by item', async () => {
  const { who, agreement } = await late()
  const [first, second] = (await see(who, agreement)).installments
  expect(first).toMatchObject({ amountCents: 29_400, overdueDays: 10, late: { amountCents: 30_086, asOf: '2026-12-20', items: LATE_ITEMS } })
  expect(second).not.toHaveProperty('late')
  expect((await charge(who, agreement)).body).toMatchObject({ amountCents: 30_086, validUntil: '2026-12-20', dueOn: '2026-12-10', items: LATE_ITEMS })
  expect((await charge(who, agreement, 2)).body).toMatchObject({ amountCents: 29_400, validUntil: '2027-01-11', items: [{ kind: 'installment', cents: 29_400 }] })
  clock.moveTo('2026-12-21T15:00:00.000Z')
  const nextDay = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  expect((await charge(nextDay, agreement)).body).toMatchObject({ amountCents: 30_096, validUntil: '2026-12-21' })
})

test('what was asked for pays the installment and its delay; the books and the receipt say so', async () => {
  const { who, agreement } = await late()
  const { body } = await pay(who, agreement, 30_086, { installmentNumber: 1 }).expect(201)
  expect(body).toMatchObject({ agreementStatus: 'active', allocations: [{ installmentNumber: 1, cents: 30_086, lateFineCents: 588, defaultInterestCents: 98, forgivenCents: 0 }] })
  expect(await see(who, agreement)).toMatchObject({ totalCents: 88_200 + 686, paidCents: 30_086, installments: [{ amountCents: 30_086, paidCents: 30_086, status: 'paid', overdueDays: 0 }, {}, {}] })
  expect(await balances(who, agreement)).toMatchObject({ bank: 30_086, receivable: 58_800, late_charges: -686 })
  const entries = await http.get(`/v1/ledger-entries?agreementId=${agreement.id}`).set('authorization', who.creditor.bearer).expect(200)
  expect(entries.body.data).toHaveLength(3)
  expect(entries.body.data.find(({ event }: { event: string }) => event === 'charged')).toMatchObject({ sourceId: body.id, lines: [{ account: 'receivable', side: 'debit', cents: 686, installmentNumber: 1 }, { account: 'late_charges', side: 'credit', cents: 686, installmentNumber: 1 }] })
  expect(await rows("select data from outbox_events where creditor_id = $1 and type = 'installment.charged_late'", [who.creditor.creditorId])).toMatchObject([{ data: { installmentNumber: 1, lateFineCents: 588, defaultInterestCents: 98 } }])
  const receipt = await http.get(`/v1/me/agreements/${agreement.id}/payments/${body.id}/receipt.pdf`).set('cookie', who.cookie).buffer().expect(200)
  expect((await textOfPdf(receipt.body as Buffer)).replace(/\s+/g, ' ')).toContain('R$ 300,86, com R$ 5,88 de multa e R$ 0,98 de juros por atraso')
})

test('the bare amount pays the installment and its delay is let go', async () => {
  const { who, agreement } = await late()
  expect((await pay(who, agreement, 29_400).expect(201)).body.allocations).toEqual([{ installmentNumber: 1, cents: 29_400, lateFineCents: 0, defaultInterestCents: 0, forgivenCents: 0 }])
  expect(await see(who, agreement)).toMatchObject({ totalCents: 88_200, installments: [{ status: 'paid' }, {}, {}] })
})

test('the code of an earlier day closes it too: the day’s difference is let go, and nothing stays open for cents', async () => {
  const { who, agreement } = await late()
  clock.moveTo('2026-12-22T15:00:00.000Z')
  const { body } = await pay(who, agreement, 30_086, { paidAt: clock.now().toISOString() }).expect(201)
  expect(body.allocations).toEqual([{ installmentNumber: 1, cents: 30_086, lateFineCents: 568, defaultInterestCents: 118, forgivenCents: 0 }])
})

test('the day of the payment decides, not the day on which it is told', async () => {
  const { who, agreement } = await late()
  const { body } = await pay(who, agreement, 30_086, { paidAt: '2026-12-10T15:00:00.000Z' }).expect(201)
  expect(body.allocations).toMatchObject([{ installmentNumber: 1, cents: 29_400, lateFineCents: 0 }, { installmentNumber: 2, cents: 686 }])
})

test('a part pays principal, and delay counts on what is left', async () => {
  const { who, agreement } = await late()
  await pay(who, agreement, 20_000).expect(201)
  expect((await see(who, agreement)).installments[0]).toMatchObject({ paidCents: 20_000, amountCents: 29_400, status: 'partly_paid', late: { amountCents: 9_400 + 188 + 31 } })
  expect((await pay(who, agreement, 9_400 + 188 + 31).expect(201)).body.allocations).toMatchObject([{ lateFineCents: 188, defaultInterestCents: 31, forgivenCents: 0 }])
})

test('all of it late settles the debt, the charges stay as income', async () => {
  const { who, agreement } = await late()
  clock.moveTo('2027-03-12T15:00:00.000Z')
  const cookie = await signInWithCode(testApp, who.cpf)
  const open = (await see({ ...who, cookie }, agreement)).installments.map(({ late: now }) => now!.amountCents)
  const { body } = await pay(who, agreement, open.reduce((sum, cents) => sum + cents, 0), { paidAt: clock.now().toISOString() }).expect(201)
  expect(body).toMatchObject({ agreementStatus: 'settled', allocations: open.map((cents, i) => ({ installmentNumber: i + 1, cents })) })
  expect(await balances(who, agreement)).toMatchObject({ bank: open.reduce((sum, cents) => sum + cents, 0), late_charges: -open.reduce((sum, cents) => sum + cents - 29_400, 0) })
  expect(await balances(who, agreement)).not.toHaveProperty('receivable')
})

test('what was paid for delay counts on the debts where the agreement ends early', async () => {
  const { who, agreement } = await late()
  await pay(who, agreement, 30_086).expect(201)
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect(await balances(who, agreement)).toEqual({ bank: 30_086, debts: -30_086 })
})

test('a term without charges has none, however late', async () => {
  const { who, agreement } = await late(async () => {
    const made = await situation(testApp)
    await publishPolicy(testApp, made.creditor, { rules: [rule({ grant: grant({ lateFeeBps: 0, defaultInterestMonthlyBps: 0 }) })] })
    return made
  })
  expect((await charge(who, agreement)).body).toMatchObject({ amountCents: 29_400, validUntil: null, items: [{ kind: 'installment', cents: 29_400 }] })
})

test('a slip tells the bank what delay adds; one that is made late holds it already, for as long as the bank takes to know it', async () => {
  const { who, agreement } = await late(() => boletoSituation(testApp))
  const { body } = await askForBoleto(testApp, who, agreement, 1).expect(201)
  expect(body).toMatchObject({ method: 'boleto', amountCents: 30_086, dueOn: '2026-12-21', validUntil: '2026-12-21', items: LATE_ITEMS })
  const text = (await textOfPdf((await http.get(new URL(body.boleto.pdfUrl).pathname).set('cookie', who.cookie).buffer().expect(200)).body as Buffer)).replace(/\s+/g, ' ')
  expect(text).toContain('O valor já inclui R$ 6,86 de multa e juros pelo atraso. Depois do vencimento: juros de R$ 0,09 por dia.')
  await askForBoleto(testApp, who, agreement, 2).expect(201)
  const made = await http.post('/v1/boleto-remittances').set('authorization', who.creditor.bearer).expect(201)
  expect(made.body).toMatchObject({ count: 2, totalCents: 30_086 + 29_400 })
  const file = (await http.get(new URL(made.body.fileUrl).pathname).set('authorization', who.creditor.bearer).responseType('blob').expect(200)).body as Buffer
  const lines = file.toString('latin1').split('\r\n')
  expect([2, 5].map((line) => lines[line]!.slice(118, 141))).toEqual(['22122026' + '000000000000009', '12012027' + '000000000000009'])
  expect([4, 7].map((line) => lines[line]!.slice(65, 89))).toEqual(['0'.repeat(24), '2' + '12012027' + '000000000000200'])
})

test('the books are in order', () => expectBooksInOrder(testApp))
