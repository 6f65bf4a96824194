import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { expect, test } from 'vitest'
import { situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'

const testApp = await startApp()
const { http, clock } = testApp

const INSTALLMENTS = [
  { dueOn: '2027-01-11', amountCents: 25_000 },
  { dueOn: '2027-02-10', amountCents: 25_000 },
  { dueOn: '2027-03-10', amountCents: 25_000 },
]

const enter = (who: Pick<Situation, 'creditor' | 'cpf' | 'debt'>, change: object = {}) =>
  http.post('/v1/court-plans').set('authorization', who.creditor.bearer).send({
    cpf: who.cpf, debtExternalIds: [who.debt.externalId], kind: 'compulsory', court: '1ª Vara Cível de Exemplo',
    caseNumber: '0001234-03.2026.8.26.0100', ratifiedOn: '2026-11-02', installments: INSTALLMENTS, ...change,
  })

test('a court’s plan is in force at once, bears no charge, and takes its debts out of collection', async () => {
  const who = await situation(testApp)
  const { body } = await enter(who).expect(201)
  expect(body).toMatchObject({
    status: 'active', offerSheetId: null, totalCents: 75_000, lateFeeBps: 0, defaultInterestMonthlyBps: 0, interestCents: 0,
    courtOrder: { kind: 'compulsory', caseNumber: '00012340320268260100', ratifiedOn: '2026-11-02' },
    can: { pay: { ok: true }, sign: { ok: false } },
  })
  expect((await http.get(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer)).body.status).toBe('in_agreement')
  const sheet = await http.post('/v1/me/offer-sheets').set('cookie', who.cookie).send({ debtIds: [who.debt.id] }).expect(409)
  expect(sheet.body.code).toBe('debt_in_agreement')
  const { body: mine } = await http.get('/v1/me/agreements').set('cookie', who.cookie).expect(200)
  expect((mine.data as Agreement[]).map(({ id }) => id)).toEqual([body.id])
})

test('it is paid like any agreement, and its papers name the case and no signature', async () => {
  const who = await situation(testApp)
  const { body: plan } = await enter(who).expect(201)
  const termPdf = await http.get(`/v1/me/agreements/${plan.id as string}/term.pdf`).set('cookie', who.cookie).buffer().expect(200)
  const term = await textOfPdf(termPdf.body as Buffer)
  expect(term).toContain('0001234-03.2026.8.26.0100')
  expect(term).not.toContain('Assinatura eletrônica')
  const payment = { agreementId: plan.id as string, amountCents: 75_000, paidAt: SOME_DAY, method: 'pix', externalReference: 'court-1' }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  const letter = await http.get(`/v1/me/agreements/${plan.id as string}/discharge.pdf`).set('cookie', who.cookie).buffer().expect(200)
  expect(await textOfPdf(letter.body as Buffer)).toContain('Plano judicial registrado em')
})

test('it is never broken by the nightly round', async () => {
  const who = await situation(testApp)
  const { body: plan } = await enter(who).expect(201)
  clock.moveTo('2027-12-01T15:00:00Z')
  await watchAllArrears({ platform: testApp.platform, logger: createLogger('silent') })
  clock.moveTo(SOME_DAY)
  const { body } = await http.get(`/v1/agreements/${plan.id as string}`).set('authorization', who.creditor.bearer).expect(200)
  expect(body).toMatchObject({ status: 'active', breakNotice: null })
})

test('what the law does not know is refused, all at once, and nothing is written', async () => {
  const who = await situation(testApp)
  const { body } = await enter(who, { installments: [{ dueOn: '2027-09-10', amountCents: 100 }, { dueOn: '2027-10-11', amountCents: 900 }] }).expect(422)
  expect(body).toMatchObject({ code: 'court_plan_invalid', errors: [{ pointer: '/installments/0/dueOn', rule: 'court-plan-first' }, { pointer: '/installments' }] })
  expect((await http.get(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer)).body.status).toBe('open')
})

test('nobody enters a plan for another creditor’s debt, nor twice for the same one', async () => {
  const who = await situation(testApp)
  await enter({ ...who, creditor: await makeCreditor(testApp) }).expect(404)
  const [one, other] = await Promise.all([enter(who), enter(who)])
  expect([one.status, other.status].sort()).toEqual([201, 409])
  expect((await enter(who).expect(409)).body.code).toBe('debt_in_agreement')
})

test('the books are in order', () => expectBooksInOrder(testApp))
