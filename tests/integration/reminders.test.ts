import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { inContactHours, remindInstallments, tellInstallment } from '@repactua/api/modules/reminders/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { JobData } from '@repactua/api/platform/jobs/queues.ts'
import type { Mail } from '@repactua/api/platform/mail/mailer.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
let references = 0

type Told = JobData['tell-installment']

afterEach(() => clock.moveTo(SOME_DAY))

// The first installment is due on Thursday, 10 December; the second on Monday, 11 January.
const at = (day: string, hour = 11) => clock.moveTo(`${day}T${hour + 3}:30:00Z`)
const morning = () => remindInstallments({ platform, logger: createLogger('silent') })
const pay = ({ creditor }: Situation, { id, installments }: Agreement) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents: installments[0]!.amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `remind-${++references}` }).expect(201)
const newsOf = ({ id }: Agreement) => rows<{ type: string; data: Record<string, unknown> }>("select type, data from outbox_events where subject = $1 and type like 'installment.%' order by id", [id])
const jobsOf = async ({ id }: Agreement) => (await rows<{ data: Told }>("select data from pgboss.job where name = 'tell-installment' and data ->> 'agreementId' = $1 order by created_on", [readId(id)])).map(({ data }) => data)

async function signed() {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.installments.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(['2026-12-10', '2027-01-11'])
  return { who, agreement }
}

async function mailsOf(told: Told): Promise<Mail[]> {
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => undefined }
  await inContactHours({ platform, mailer }, { queue: 'tell-installment', data: told, tell: tellInstallment })
  return mails
}

test('a reminder some days before, one on the day, one when it is overdue: each once, however many workers run and how often', async () => {
  const { agreement } = await signed()
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
  expect((await jobsOf(agreement)).map(({ mood, installmentNumbers }) => [mood, installmentNumbers])).toEqual([['due', [1]], ['due', [1]], ['overdue', [1]]])
})

test('nobody is written to on a Sunday, a holiday or outside the hours of every state: it waits for the next hour that may', async () => {
  const { agreement } = await signed()
  for (const [day, hour] of [['2026-12-06', 12], ['2026-12-07', 10], ['2026-12-07', 17]] as const) {
    at(day, hour)
    await morning()
  }
  expect(await newsOf(agreement)).toEqual([])
  at('2026-12-07')
  await morning()
  const [told] = await jobsOf(agreement)
  at('2026-12-07', 18)
  expect(await mailsOf(told!)).toEqual([])
  const [, waiting] = await rows<{ seconds: number }>("select extract(epoch from start_after - created_on)::int as seconds from pgboss.job where name = 'tell-installment' and data ->> 'agreementId' = $1 order by created_on", [readId(agreement.id)])
  expect(waiting).toEqual({ seconds: 17 * 3_600 })
})

test('the mail says nothing of debts, of whom or of how much, and nothing at all of what was paid', async () => {
  const { who, agreement } = await signed()
  at('2026-12-09')
  await morning()
  const [told] = await jobsOf(agreement)
  const [mail, ...others] = await mailsOf(told!)
  expect(others).toEqual([])
  expect(mail!.text).toContain('Você tem uma parcela chegando')
  expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/dívida|atras|http|Aurora|R\$|\d{3}/i)
  const [late] = await mailsOf({ ...told!, mood: 'overdue' })
  expect(late!.subject).toBe('Ainda dá tempo')
  expect(`${late!.subject} ${late!.text}`).not.toMatch(/dívida|atras|multa|juros|http|Aurora|R\$|\d{3}/i)
  await pay(who, agreement)
  expect(await mailsOf(told!)).toEqual([])
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
