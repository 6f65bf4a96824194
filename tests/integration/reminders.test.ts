import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { remindInstallments } from '@repactua/api/modules/reminders/index.ts'
import { planRulers } from '@repactua/api/modules/rulers/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { signInWithCode } from '../builders/person.ts'
import { publishRuler, step } from '../builders/ruler.ts'
import { mailsNow } from '../builders/sent-message.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

// The first installment is due on Thursday, 10 December; the second on Monday, 11 January.
const at = (day: string, hour = 11) => clock.moveTo(`${day}T${hour + 3}:30:00Z`)
const morning = () => remindInstallments({ platform, logger: createLogger('silent') })
const pay = ({ creditor }: Situation, { id, installments }: Agreement) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents: installments[0]!.amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `remind-${++references}` }).expect(201)
const newsOf = ({ id }: Agreement) => rows<{ type: string; data: Record<string, unknown> }>("select type, data from outbox_events where subject = $1 and type like 'installment.%' order by id", [id])
const messagesOf = async ({ creditor }: Situation) => (await rows<{ key: string }>('select template_key as key from messages where creditor_id = $1 order by created_at, key', [creditor.creditorId])).map(({ key }) => key)
const subjects = async (who: Situation) => (await mailsNow(testApp, who)).map(({ subject }) => subject)

async function signed() {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.installments.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(['2026-12-10', '2027-01-11'])
  return { who, agreement }
}

test('a reminder some days before, one on the day, one when it is overdue: each once, however many workers run and how often', async () => {
  const { who, agreement } = await signed()
  at('2026-12-03')
  await morning()
  expect(await newsOf(agreement)).toEqual([])
  for (const day of ['2026-12-07', '2026-12-08', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15']) {
    at(day)
    await Promise.all([morning(), morning()])
  }
  const news = await newsOf(agreement)
  expect(news.map(({ type, data }) => [type, data.asOf])).toEqual([['installment.due_soon', '2026-12-07'], ['installment.due_today', '2026-12-10'], ['installment.overdue', '2026-12-14']])
  const { amountCents, dueOn } = agreement.installments[0]!
  expect(news[2]!.data).toMatchObject({ agreementId: agreement.id, installmentNumber: 1, dueOn, openCents: amountCents, lateFeeBps: 200, defaultInterestMonthlyBps: 100 })
  expect((news[2]!.data.items as { kind: string }[]).map(({ kind }) => kind)).toEqual(['installment', 'late_fine', 'default_interest'])
  expect(await messagesOf(who)).toEqual(['installment-due-soon', 'installment-due-today', 'installment-overdue'])
})

test('nothing on a Sunday; what is queued early in the day waits for the hours of contact, and goes once', async () => {
  const { who, agreement } = await signed()
  at('2026-12-06', 12)
  await morning()
  expect(await newsOf(agreement)).toEqual([])
  at('2026-12-07', 8)
  await morning()
  expect(await subjects(who)).toEqual([])
  at('2026-12-07', 9)
  expect(await subjects(who)).toEqual(['Um lembrete para 10 de dezembro'])
  at('2026-12-07', 10)
  await morning()
  expect(await subjects(who)).toEqual([])
})

test('the mails say nothing of debts or of how much', async () => {
  const { who } = await signed()
  at('2026-12-09')
  await morning()
  at('2026-12-14')
  await morning()
  const mails = await mailsNow(testApp, who)
  expect(mails.map(({ subject }) => subject)).toEqual(['Ainda dá tempo'])
  expect(`${mails[0]!.subject} ${mails[0]!.text}`).not.toMatch(/dívida|multa|juros|R\$/i)
})

test.each<[string, (who: Situation, agreement: Agreement) => Promise<unknown>]>([
  ['was paid', (who, agreement) => pay(who, agreement)],
  ['is of a debt that is disputed', async ({ cpf, debt }) => http.post(`/v1/me/debts/${debt.id}/disputes`).set('cookie', await signInWithCode(testApp, cpf)).send({ reason: 'wrong_amount', statement: 'O valor é outro.' }).expect(201)],
  ['is of a debt on hold', ({ creditor, debt }) => http.put(`/v1/debts/${debt.externalId}/hold`).set('authorization', creditor.bearer).send({ reason: 'payment_search' }).expect(200)],
  ['is of an agreement that was cancelled', ({ creditor }, { id }) => http.post(`/v1/agreements/${id}/cancellation`).set('authorization', creditor.bearer).send({ reason: 'error' }).expect(200)],
])('no reminder goes out of what %s between the round and the sending', async (_name, happens) => {
  const { who, agreement } = await signed()
  at('2026-12-14')
  await morning()
  expect(await messagesOf(who)).toEqual(['installment-overdue'])
  await happens(who, agreement)
  expect(await subjects(who)).toEqual([])
})

test('what a ruler in force speaks of is left to it, and its systems are told all the same', async () => {
  const { who, agreement } = await signed()
  const late = step({ key: 'atrasada', anchor: 'payment_late', offsetDays: 0, templateKey: 'installment-overdue' })
  const { id } = await publishRuler(testApp, who.creditor, { steps: [late] })
  for (const day of ['2026-12-07', '2026-12-14']) {
    at(day)
    await morning()
    await planRulers(platform, { creditorId: who.creditor.creditorId })
  }
  expect((await newsOf(agreement)).map(({ type }) => type)).toEqual(['installment.due_soon', 'installment.overdue'])
  expect(await messagesOf(who)).toEqual(['installment-due-soon', 'installment-overdue'])
  expect(await rows('select step from messages where creditor_id = $1 and ruler_id is not null', [who.creditor.creditorId])).toEqual([{ step: 'atrasada' }])
  await http.put(`/v1/rulers/${id}/pause`).set('authorization', who.creditor.bearer).send({ paused: true }).expect(200)
  at('2027-01-13')
  await morning()
  await planRulers(platform, { creditorId: who.creditor.creditorId })
  expect(await messagesOf(who)).toEqual(['installment-due-soon', 'installment-overdue', 'installment-overdue'])
})

test('a ruler says nothing of what is late while a debt of the agreement is disputed, neither planned nor queued before', async () => {
  const { who } = await signed()
  const contest = async () => http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', await signInWithCode(testApp, who.cpf)).send({ reason: 'wrong_amount', statement: 'O valor é outro.' }).expect(201)
  const late = step({ key: 'atrasada', anchor: 'payment_late', offsetDays: 0, templateKey: 'installment-overdue' })
  await publishRuler(testApp, who.creditor, { steps: [late, { ...late, key: 'ainda', offsetDays: 7 }] })
  at('2026-12-14')
  await planRulers(platform, { creditorId: who.creditor.creditorId })
  expect(await messagesOf(who)).toEqual(['installment-overdue'])
  await contest()
  expect(await subjects(who)).toEqual([])
  expect(await rows('select status, reason from messages where creditor_id = $1', [who.creditor.creditorId])).toEqual([{ status: 'cancelled', reason: 'dispute' }])
  at('2026-12-21')
  await planRulers(platform, { creditorId: who.creditor.creditorId })
  expect(await messagesOf(who)).toEqual(['installment-overdue'])
})

test('what is paid is reminded of no more; a morning that was missed is made up for', async () => {
  const { who, agreement } = await signed()
  at('2026-12-09')
  await pay(who, agreement)
  for (const day of ['2026-12-10', '2026-12-15']) {
    at(day)
    await morning()
  }
  expect(await newsOf(agreement)).toEqual([])
  at('2027-01-18')
  await morning()
  expect((await newsOf(agreement)).map(({ type }) => type)).toEqual(['installment.overdue'])
})

test('nobody is reminded of what they pay of their own will', async () => {
  const { agreement } = await signed()
  await rows('update agreements set voluntary = true where id = $1', [readId(agreement.id)])
  for (const day of ['2026-12-09', '2026-12-15']) {
    at(day)
    await morning()
  }
  expect(await newsOf(agreement)).toEqual([])
})

test('the creditor chooses how many days before', async () => {
  const { who, agreement } = await signed()
  await http.patch('/v1/creditors/me/settings').set('authorization', who.creditor.bearer).send({ remindDaysBefore: 0 }).expect(200)
  for (const day of ['2026-12-07', '2026-12-09', '2026-12-10']) {
    at(day)
    await morning()
  }
  expect((await newsOf(agreement)).map(({ type }) => type)).toEqual(['installment.due_today'])
})

test('the books are in order', () => expectBooksInOrder(testApp))
