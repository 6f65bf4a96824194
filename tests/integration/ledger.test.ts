import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AgreementLedger, LedgerEntry } from '@repactua/shared/contract/ledger.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { makeCreditor, tokenFor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'

const testApp = await startApp()
const { http } = testApp
const pool = new pg.Pool({ connectionString: testApp.db.appUrl, max: 1 })
afterAll(() => pool.end())
let references = 0

const read = async <T>({ creditor }: Pick<Situation, 'creditor'>, path: string) => (await http.get(`/v1/${path}`).set('authorization', creditor.bearer).expect(200)).body as T
const entriesOf = async (who: Situation, { id }: Agreement) => (await read<{ data: LedgerEntry[] }>(who, `ledger-entries?agreementId=${id}`)).data.reverse()
const balances = async (who: Situation, { id }: Agreement) =>
  Object.fromEntries((await read<AgreementLedger>(who, `agreements/${id}/ledger`)).balances.map(({ account, side, cents }) => [account, side === 'debit' ? cents : -cents]))
const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: testApp.clock.now().toISOString(), method: 'pix', externalReference: `L-${++references}` }).expect(201)

async function agreed() {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('a signature turns the debt into a plan, and the payments settle it', async () => {
  const { who, agreement } = await agreed()
  const { balanceCents, totalCents, discountCents } = agreement
  expect(await balances(who, agreement)).toEqual({ debts: -balanceCents, receivable: totalCents, conditional_discount: discountCents })
  for (const { amountCents } of agreement.installments) await pay(who, agreement, amountCents)
  expect(await balances(who, agreement)).toEqual({ debts: -balanceCents, bank: totalCents, realised_discount: discountCents })
  const entries = await entriesOf(who, agreement)
  expect(entries.map(({ event }) => event).sort()).toEqual(['agreed', 'paid', 'paid', 'paid', 'settled'])
  expect(entries.find(({ event }) => event === 'agreed')!.lines).toEqual([
    { account: 'receivable', side: 'debit', cents: totalCents, installmentNumber: null, debtId: null },
    { account: 'conditional_discount', side: 'debit', cents: discountCents, installmentNumber: null, debtId: null },
    { account: 'debts', side: 'credit', cents: balanceCents, installmentNumber: null, debtId: who.debt.id },
  ])
})

test('a payment is shared out in its entry, and comes once however often it is sent', async () => {
  const { who, agreement } = await agreed()
  const body = { agreementId: agreement.id, amountCents: agreement.installments[0]!.amountCents + 5, paidAt: SOME_DAY, method: 'pix', externalReference: 'L-twice' }
  const send = () => http.post('/v1/payments').set('authorization', who.creditor.bearer).send(body)
  const answers = await Promise.all([send(), send(), send()])
  const paid = (await entriesOf(who, agreement)).filter(({ event }) => event === 'paid')
  expect(paid.map(({ sourceId }) => sourceId)).toEqual([answers[0]!.body.id])
  expect(paid[0]!.lines.map(({ account, side, cents, installmentNumber }) => [account, side, cents, installmentNumber])).toEqual([
    ['bank', 'debit', body.amountCents, null], ['receivable', 'credit', body.amountCents - 5, 1], ['receivable', 'credit', 5, 2],
  ])
})

test('a cancellation takes the plan back: what was paid counts on the debt', async () => {
  const { who, agreement } = await agreed()
  await pay(who, agreement, 1_000)
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect(await balances(who, agreement)).toEqual({ debts: -1_000, bank: 1_000 })
})

async function tenDaysLater(who: Situation): Promise<Situation> {
  testApp.clock.advance(10 * 86_400_000)
  const { creditor } = who
  const bearer = await tokenFor(testApp, creditor.clientId, creditor.clientSecret)
  return { ...who, creditor: { ...creditor, bearer }, cookie: await signInWithCode(testApp, who.cpf) }
}

test('what an amendment adds and takes off is interest to come', async () => {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ installments: [band(2, 12, { monthlyRateBps: 100 })] }) })] })
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.interestCents).toBeGreaterThan(0)
  const before = await balances(who, agreement)
  expect(before).toMatchObject({ interest_to_come: -agreement.interestCents })
  const later = await tenDaysLater(who)
  const { quote } = await amendedAgreement(testApp, later, agreement, { kind: 'pay_off' })
  expect(await balances(later, agreement)).toEqual(before)
  await pay(later, agreement, quote.payNow!.amountCents)
  expect(await balances(later, agreement)).toEqual({
    debts: -agreement.balanceCents, bank: quote.payNow!.amountCents, realised_discount: agreement.discountCents, interest_income: quote.savingCents - agreement.interestCents,
  })
})

test('a list goes on where its page ends, newest first', async () => {
  const { who, agreement } = await agreed()
  testApp.clock.advance(1)
  await pay(who, agreement, 100)
  const first = await read<{ data: LedgerEntry[]; nextCursor: string }>(who, 'ledger-entries?limit=1')
  const second = await read<{ data: LedgerEntry[]; nextCursor: null }>(who, `ledger-entries?limit=1&cursor=${first.nextCursor}`)
  expect([first, second].map(({ data }) => data.map(({ event }) => event))).toEqual([['paid'], ['agreed']])
  expect(second.nextCursor).toBeNull()
})

test('nobody reads another creditor’s books', async () => {
  const { who, agreement } = await agreed()
  const other = { ...who, creditor: await makeCreditor(testApp) }
  expect(await entriesOf(other, agreement)).toEqual([])
  await http.get(`/v1/agreements/${agreement.id}/ledger`).set('authorization', other.creditor.bearer).expect(404)
  await http.get('/v1/ledger-entries').set('cookie', who.cookie).expect(401)
})

test('the application writes no line but by an entry that balances, in the books of its own creditor', async () => {
  const { who, agreement } = await agreed()
  const post = async (creditorId: string, cents: readonly number[]) => {
    const entry = { id: crypto.randomUUID(), event: 'amended', agreementId: agreement.id.slice(10), sourceId: crypto.randomUUID(), postedAt: SOME_DAY, lines: cents.map((each) => ({ account: 'bank', cents: each })) }
    const client = await pool.connect()
    try {
      await client.query(`begin; set local app.creditor_id = '${who.creditor.creditorId}'`)
      await client.query('select post_entry($1, $2)', [creditorId, entry])
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await post(who.creditor.creditorId, [5, -5])
  for (const cents of [[5, -4], [0, 0], [5], []]) await expect(post(who.creditor.creditorId, cents)).rejects.toThrow(/does not balance|ledger_lines_cents_check/)
  await expect(post((await makeCreditor(testApp)).creditorId, [5, -5])).rejects.toThrow('another creditor')
  for (const sql of ['insert into ledger_entries default values', 'update ledger_lines set cents = 1', 'delete from ledger_lines']) await expect(pool.query(sql)).rejects.toThrow('permission denied')
})

test('the books are in order', () => expectBooksInOrder(testApp))
