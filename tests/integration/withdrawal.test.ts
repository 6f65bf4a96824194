import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { afterEach, expect, test } from 'vitest'
import { formAgreement, signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

async function granted(withdrawalDays = 7): Promise<Situation> {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ withdrawalDays }) })] })
  return who
}

const withdraw = ({ cookie }: Pick<Situation, 'cookie'>, { id }: Agreement) => http.post(`/v1/me/agreements/${id}/withdrawal`).set('cookie', cookie)
const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `undo-${++references}` })
const refundsOf = async ({ creditor }: Situation, status = 'due') => (await http.get('/v1/refunds').query({ status }).set('authorization', creditor.bearer).expect(200)).body.data as Refund[]
const debtOf = async ({ creditor, debt }: Situation) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body
const balancesOf = async ({ creditor }: Situation, { id }: Agreement) => (await http.get(`/v1/agreements/${id}/ledger`).set('authorization', creditor.bearer).expect(200)).body.balances as unknown[]

test('the term says it, and within its days the person undoes it at no cost: all is as before', async () => {
  const who = await granted()
  const before = await debtOf(who)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.term.text).toContain('desistir deste acordo em até 7 dias')
  expect(agreement).toMatchObject({ withdrawal: { withdrawnAt: null, refund: null }, can: { withdraw: { ok: true } } })
  const undone = (await withdraw(who, agreement).expect(200)).body as Agreement
  expect(undone).toMatchObject({ status: 'withdrawn', withdrawal: { withdrawnAt: clock.now().toISOString(), refund: null }, can: { pay: { ok: false }, withdraw: { ok: false } } })
  expect(new Set(undone.installments.map(({ status }) => status))).toEqual(new Set(['cancelled']))
  expect(await debtOf(who)).toMatchObject({ status: 'open', balance: before.balance, prescription: before.prescription })
  expect(await balancesOf(who, agreement)).toEqual([])
  expect(await refundsOf(who)).toEqual([])
  await formAgreement(testApp, who)
})

test('what was paid is due back at once, and the creditor confirms it once', async () => {
  const who = await granted()
  const before = await debtOf(who)
  const agreement = await signedAgreement(testApp, who)
  const amountCents = agreement.installments[0]!.amountCents
  await pay(who, agreement, amountCents).expect(201)
  const undone = await withdraw(who, agreement).expect(200)
  expect(undone.body.withdrawal.refund).toEqual({ amountCents, confirmedAt: null })
  expect((await debtOf(who)).balance).toEqual(before.balance)
  const [refund, ...others] = await refundsOf(who)
  expect(others).toEqual([])
  expect(refund).toMatchObject({ agreementId: agreement.id, amountCents, reason: 'withdrawal', confirmedAt: null })
  expect(await balancesOf(who, agreement)).toEqual([{ account: 'bank', side: 'debit', cents: amountCents }, { account: 'refunds_owed', side: 'credit', cents: amountCents }])

  const confirm = (externalReference: string, bearer = who.creditor.bearer) => http.post(`/v1/refunds/${refund!.id}/confirmation`).set('authorization', bearer).send({ externalReference })
  expect((await confirm('E1', (await makeCreditor(testApp)).bearer).expect(404)).body.code).toBe('not_found')
  const first = await confirm('E1').expect(200)
  expect((await confirm('E1').expect(200)).body).toEqual(first.body)
  expect((await confirm('E2').expect(409)).body.code).toBe('refund_confirmed')
  expect(await refundsOf(who)).toEqual([])
  expect(await refundsOf(who, 'confirmed')).toEqual([first.body])
  expect(await balancesOf(who, agreement)).toEqual([])
  expect(await eventsOf(refund!.id)).toEqual(['refund.due', 'refund.confirmed'])
})

test('twice is once, and another person finds nothing', async () => {
  const who = await granted()
  const agreement = await signedAgreement(testApp, who)
  await withdraw(await situation(testApp), agreement).expect(404)
  const answers = await Promise.all([withdraw(who, agreement), withdraw(who, agreement)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await eventsOf(agreement.id)).toEqual(['agreement.formed', 'agreement.signed', 'agreement.withdrawn'])
})

test('no days in the term, days that are over, a settled or an unsigned agreement: refused', async () => {
  const without = await situation(testApp)
  const plain = await signedAgreement(testApp, without)
  expect(plain.withdrawal).toBeNull()
  expect((await withdraw(without, plain).expect(409)).body.code).toBe('withdrawal_not_granted')

  const who = await granted()
  const waiting = await formAgreement(testApp, who)
  expect((await withdraw(who, waiting).expect(409)).body.code).toBe('agreement_not_withdrawable')
  const agreement = await signedAgreement(testApp, who)
  const settled = await granted()
  const paid = await signedAgreement(testApp, settled, 'cash')
  await pay(settled, paid, paid.totalCents).expect(201)
  expect((await withdraw(settled, paid).expect(409)).body.code).toBe('agreement_not_withdrawable')

  clock.moveTo(`${addDays(agreement.withdrawal!.lastDayOn, 1)}T15:00:00Z`)
  const cookie = await signInWithCode(testApp, who.cpf)
  expect((await withdraw({ cookie }, agreement).expect(409)).body.code).toBe('withdrawal_over')
})

test('a payment and a withdrawal at once: the payment is held, or its money is due back', async () => {
  const who = await granted()
  const agreement = await signedAgreement(testApp, who)
  const amountCents = agreement.installments[0]!.amountCents
  const [undone, paid] = await Promise.all([withdraw(who, agreement), pay(who, agreement, amountCents)])
  expect(undone.status).toBe(200)
  const due = (await refundsOf(who)).map((refund) => refund.amountCents)
  if (paid.status === 201) expect(due).toEqual([amountCents])
  else expect({ status: paid.status, reason: paid.body.reason as string, due }).toEqual({ status: 202, reason: 'agreement_withdrawn', due: [] })
})

test('the books are in order after all of it', () => expectBooksInOrder(testApp))

async function eventsOf(subject: string): Promise<string[]> {
  const events = await rows<{ action: string }>('select action from audit_entries where subject = $1 order by sequence', [subject])
  return events.map(({ action }) => action)
}

test('the books are in order', () => expectBooksInOrder(testApp))
