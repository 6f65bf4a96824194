import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { BreakRule } from '@repactua/shared/contract/policies.ts'
import { addDays, formatDay } from '@repactua/shared/time/local-date.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { signInWithCode } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { mailsNow } from '../builders/sent-message.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

const night = () => watchAllArrears({ platform: testApp.platform, logger: createLogger('silent') })
const atNoonOf = (day: string) => clock.moveTo(`${day}T15:00:00Z`)
const see = async ({ creditor }: Situation, { id }: Agreement) => (await http.get(`/v1/agreements/${id}`).set('authorization', creditor.bearer).expect(200)).body as Agreement
const debtOf = async ({ creditor }: Situation, externalId: string) => (await http.get(`/v1/debts/${externalId}`).set('authorization', creditor.bearer).expect(200)).body as Debt
const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number, paidAt = clock.now().toISOString()) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt, method: 'pix', externalReference: `break-${++references}` })

async function agreed(effect: BreakRule['effect'] = 'original_debt') {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ breakRule: { toleranceDays: 10, missedInstallments: 1, noticeDays: 7, effect } }) })] })
  const agreement = await signedAgreement(testApp, who)
  const [first, second] = agreement.installments
  atNoonOf(first!.dueOn)
  await pay(who, agreement, first!.amountCents).expect(201)
  return { who, agreement, missedAfter: addDays(second!.dueOn, 10) }
}

test('an agreement is broken by its rule alone: tolerance, notice, and the last day of the notice', async () => {
  const { who, agreement, missedAfter } = await agreed()
  atNoonOf(missedAfter)
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: null })

  const noticeOn = addDays(missedAfter, 1)
  const lastDayOn = addDays(noticeOn, 7)
  atNoonOf(noticeOn)
  await night()
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: { givenOn: noticeOn, lastDayOn } })
  atNoonOf(lastDayOn)
  await night()
  expect((await see(who, agreement)).status).toBe('active')
  atNoonOf(nextBusinessDay(addDays(lastDayOn, 1)))
  await night()
  expect((await see(who, agreement)).status).toBe('active')
  atNoonOf(addDays(nextBusinessDay(addDays(lastDayOn, 1)), 1))
  await Promise.all([night(), night()])
  const broken = await see(who, agreement)
  expect(broken).toMatchObject({ status: 'broken', breakNotice: null, can: { pay: { ok: false }, cancel: { ok: false } } })
  expect(broken.installments.map(({ status }) => status)).toEqual(['paid', 'cancelled', 'cancelled'])
  expect(await eventsOf(agreement)).toEqual(['agreement.formed', 'agreement.signed', 'agreement.activated', 'agreement.break_noticed', 'agreement.broken'])
})

test('by default the original debt is open again, and what was paid counts on it', async () => {
  const { who, agreement, missedAfter } = await agreed()
  await breakIt(missedAfter)
  const debt = await debtOf(who, who.debt.externalId)
  expect(debt).toMatchObject({ status: 'open', principalCents: who.debt.principalCents })
  expect(debt.balance.components.find(({ kind }) => kind === 'payments')?.cents).toBe(-agreement.installments[0]!.amountCents)
})

test('by novation what is left of the agreed amount is a new debt, and the old one is over', async () => {
  const { who, agreement, missedAfter } = await agreed('novation')
  expect(agreement.term.text).toContain('novação, Código Civil, art. 360')
  await breakIt(missedAfter)
  expect((await debtOf(who, who.debt.externalId)).status).toBe('novated')
  const { body } = await http.get('/v1/debts').query({ status: 'open' }).set('authorization', who.creditor.bearer).expect(200)
  const [debt, ...others] = body.data as Debt[]
  expect(others).toEqual([])
  expect(debt).toMatchObject({ principalCents: agreement.totalCents - agreement.installments[0]!.amountCents, charges: { lateFeeBps: 0 } })
})

test('a payment within the notice takes it back', async () => {
  const { who, agreement, missedAfter } = await agreed()
  atNoonOf(addDays(missedAfter, 1))
  await night()
  await pay(who, agreement, agreement.installments[1]!.amountCents).expect(201)
  atNoonOf(addDays(missedAfter, 9))
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: null })
})

test('a payment of the last day of the notice counts, though it is told after the round of that night', async () => {
  const { who, agreement, missedAfter } = await agreed()
  await noticed(missedAfter)
  const paidAt = `${addDays(missedAfter, 8)}T22:00:00Z`
  atNoonOf(addDays(missedAfter, 9))
  await night()
  await pay(who, agreement, agreement.installments[1]!.amountCents, paidAt).expect(201)
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: null })
})

test('who signed within the notice to pay everything has the days that were signed for it', async () => {
  const { who, agreement, missedAfter } = await agreed()
  await noticed(missedAfter)
  atNoonOf(addDays(missedAfter, 8))
  const { quote } = await amendedAgreement(testApp, { cookie: await signInWithCode(testApp, who.cpf) }, agreement, { kind: 'pay_off' })
  const { amountCents, payBy } = quote.payNow!
  atNoonOf(addDays(payBy, 1))
  await night()
  await pay(who, agreement, amountCents, `${payBy}T22:00:00Z`).expect(201)
  expect(await see(who, agreement)).toMatchObject({ status: 'settled' })
})

test('the notice reaches the person by mail with its last day, and says nothing of debts', async () => {
  const { who, missedAfter } = await agreed()
  await noticed(missedAfter)
  await night()
  const [mail, ...others] = await mailsNow(testApp, who)
  expect(others).toEqual([])
  expect(mail!.text).toContain(`Até ${formatDay(addDays(missedAfter, 8))} o acordo continua`)
  expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/dívida|atras|quebra|R\$/i)
})

test.each([
  ['was paid meanwhile', async (who: Situation, agreement: Agreement) => void (await pay(who, agreement, agreement.installments[1]!.amountCents).expect(201))],
  ['is disputed meanwhile', async (who: Situation) => {
    const cookie = await signInWithCode(testApp, who.cpf)
    await http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', cookie).send({ reason: 'wrong_amount', statement: 'O valor é outro.' }).expect(201)
  }],
  ['was cancelled', async ({ creditor }: Situation, { id }: Agreement) => void (await http.post(`/v1/agreements/${id}/cancellation`).set('authorization', creditor.bearer).send({ reason: 'error' }).expect(200))],
])('no notice goes out of a plan that %s', async (_name, happens) => {
  const { who, agreement, missedAfter } = await agreed()
  await noticed(missedAfter)
  await happens(who, agreement)
  expect(await mailsNow(testApp, who)).toEqual([])
})

test('a notice given before a dispute is given anew after it, with all of its days', async () => {
  const { who, agreement, missedAfter } = await agreed()
  await noticed(missedAfter)
  const cookie = await signInWithCode(testApp, who.cpf)
  const { body } = await http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', cookie).send({ reason: 'wrong_amount', statement: 'O valor é outro.' }).expect(201)
  atNoonOf(addDays(missedAfter, 30))
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: null })
  await http.post(`/v1/disputes/${body.id}/decision`).set('authorization', who.creditor.bearer).send({ outcome: 'rejected', answer: 'O valor está certo.' }).expect(200)
  const noticeOn = nextBusinessDay(addDays(missedAfter, 31))
  atNoonOf(noticeOn)
  await night()
  expect(await see(who, agreement)).toMatchObject({ status: 'active', breakNotice: { givenOn: noticeOn } })
  expect((await mailsNow(testApp, who)).map(({ subject }) => subject)).toContain('Vamos manter o que combinamos')
})

async function noticed(missedAfter: string): Promise<void> {
  atNoonOf(addDays(missedAfter, 1))
  await night()
}

async function breakIt(missedAfter: string): Promise<void> {
  await noticed(missedAfter)
  atNoonOf(addDays(missedAfter, 14))
  await night()
}

async function eventsOf({ id }: Agreement): Promise<string[]> {
  const events = await rows<{ action: string }>('select action from audit_entries where subject = $1 order by sequence', [id])
  return events.map(({ action }) => action)
}

test('the books are in order', () => expectBooksInOrder(testApp))
