import type { Debt, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { CreditorDispute, Dispute, DisputeInput } from '@repactua/shared/contract/disputes.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { alarmAllDisputes } from '@repactua/api/modules/disputes/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { afterEach, expect, test } from 'vitest'
import { formAgreement, signatureFor, signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { mailsNow } from '../builders/sent-message.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const input: DisputeInput = { reason: 'already_paid', statement: 'Paguei no balcão da loja em março.', references: ['Recibo 4471'], paidOn: '2026-03-12' }
const contest = ({ cookie, debt }: Pick<Situation, 'cookie' | 'debt'>, body: object = input) => http.post(`/v1/me/debts/${debt.id}/disputes`).set('cookie', cookie).send(body)
const contested = async (who: Situation, body: object = input) => (await contest(who, body).expect(201)).body as Dispute
const decide = ({ creditor }: Situation, { id }: Dispute, body: object) => http.post(`/v1/disputes/${id}/decision`).set('authorization', creditor.bearer).send(body)
const debtOf = async ({ creditor, debt }: Situation) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body as Debt
const mine = async ({ cookie }: Situation) => (await http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body as MyDebts
const ask = ({ cookie, debt }: Situation) => http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [debt.id], dueDay: 10 })
const eventsOf = async ({ id }: Dispute) => (await rows<{ type: string }>('select type from outbox_events where subject = $1 order by position', [id])).map(({ type }) => type)

test('a contested debt is offered to nobody until the answer, and its creditor reads why', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  expect(dispute).toMatchObject({ ...input, status: 'open', answerBy: '2026-11-28', answer: null })
  expect((await debtOf(who)).status).toBe('disputed')
  const seen = await mine(who)
  expect(seen).toMatchObject({ totalCents: 0, data: [{ status: 'disputed', cashPreview: null, can: { negotiate: { ok: false, code: 'debt_disputed' } } }] })
  expect((await ask(who).expect(409)).body.code).toBe('debt_not_open')
  const { data } = (await http.get('/v1/disputes').query({ status: 'open' }).set('authorization', who.creditor.bearer).expect(200)).body as { data: CreditorDispute[] }
  expect(data).toEqual([{ ...dispute, debtExternalId: who.debt.externalId }])
  expect(await rows('select from outbox_events where data::text like $1', ['%balcão%'])).toEqual([])
  await expectBooksInOrder(testApp)
})

test('a term that was ready is not signed over a dispute', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const signature = await signatureFor(testApp, who, agreement)
  await contested(who)
  expect((await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(signature).expect(409)).body.code).toBe('debt_not_open')
})

test('rejected, the debt is open again and the person reads the answer; the same reason is not asked twice', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  const answer = { outcome: 'rejected', answer: 'O recibo 4471 é de outra compra.' }
  await decide(who, dispute, answer).expect(200)
  await decide(who, dispute, answer).expect(200)
  expect((await decide(who, dispute, { ...answer, outcome: 'upheld' }).expect(409)).body.code).toBe('dispute_closed')
  expect((await debtOf(who)).status).toBe('open')
  const { data } = (await http.get('/v1/me/disputes').set('cookie', who.cookie).expect(200)).body
  expect(data).toMatchObject([{ id: dispute.id, status: 'rejected', answer: answer.answer }])
  expect((await contest(who).expect(409)).body.code).toBe('dispute_answered')
  await contest(who, { ...input, reason: 'wrong_amount' }).expect(201)
  expect(await eventsOf(dispute)).toEqual(['dispute.opened', 'dispute.decided'])
})

test('the person is told once that there is an answer, in hours of contact, and nothing of it', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  const answer = { outcome: 'rejected', answer: 'O recibo é de outra compra.' }
  await decide(who, dispute, answer).expect(200)
  await decide(who, dispute, answer).expect(200)
  expect(await mailsNow(testApp, who)).toEqual([])
  clock.moveTo('2026-11-23T15:00:00Z')
  const [mail, ...others] = await mailsNow(testApp, who)
  expect(others).toEqual([])
  expect(mail!.subject).toBe('Sua pergunta tem uma resposta')
  expect(JSON.stringify(mail)).not.toMatch(/dívida|recibo/i)
})

test('who wants no mail of what they have gets none', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  await http.put('/v1/me/contact-choices').set('cookie', who.cookie).send({ channel: 'email', purpose: 'service', allowed: false }).expect(200)
  await decide(who, dispute, { outcome: 'rejected', answer: 'O recibo é de outra compra.' }).expect(200)
  clock.moveTo('2026-11-23T15:00:00Z')
  expect(await mailsNow(testApp, who)).toEqual([])
})

test('upheld, the debt is taken back for good', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  await decide(who, dispute, { outcome: 'upheld', answer: 'Achamos o seu pagamento. Pedimos desculpas.' }).expect(200)
  expect(await debtOf(who)).toMatchObject({ status: 'withdrawn', withdrawal: { reason: 'paid_elsewhere' } })
  expect((await mine(who)).data).toEqual([])
  expect((await contest(who).expect(409)).body.code).toBe('debt_not_open')
  await expectBooksInOrder(testApp)
})

test('corrected by the creditor while it is disputed, it comes back with the right figures', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who, { ...input, reason: 'wrong_amount' })
  const body = { debtor: { cpf: who.cpf, name: 'Marina Exemplo' }, product: 'retail', principalCents: 50_000, dueOn: who.debt.dueOn, charges: who.debt.charges }
  await http.put(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer).send(body).expect(200)
  expect((await debtOf(who)).status).toBe('disputed')
  await decide(who, dispute, { outcome: 'corrected', answer: 'O valor certo é R$ 500,00.' }).expect(200)
  expect(await debtOf(who)).toMatchObject({ status: 'open', principalCents: 50_000 })
})

test('taken back by the person it stands as before; once at a time, once in effect', async () => {
  const who = await situation(testApp)
  const answers = await Promise.all([1, 2, 3].map(() => contest(who)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  const dispute = answers.find(({ status }) => status === 201)!.body as Dispute
  const takeBack = () => http.post(`/v1/me/disputes/${dispute.id}/cancellation`).set('cookie', who.cookie)
  await takeBack().expect(200)
  expect((await takeBack().expect(200)).body.status).toBe('taken_back')
  expect((await debtOf(who)).status).toBe('open')
  expect((await decide(who, dispute, { outcome: 'upheld', answer: 'Tarde demais.' }).expect(409)).body.code).toBe('dispute_closed')
  expect(await eventsOf(dispute)).toEqual(['dispute.opened', 'dispute.taken_back'])
})

test('nobody contests, takes back or answers what is not theirs', async () => {
  const [who, other] = [await situation(testApp), await situation(testApp)]
  await contest({ cookie: other.cookie, debt: who.debt }).expect(404)
  const dispute = await contested(who)
  await http.post(`/v1/me/disputes/${dispute.id}/cancellation`).set('cookie', other.cookie).expect(404)
  await decide(other, dispute, { outcome: 'upheld', answer: 'Não é nossa.' }).expect(404)
  expect((await http.get('/v1/disputes').set('authorization', (await makeCreditor(testApp)).bearer).expect(200)).body.data).toEqual([])
  expect((await contest(who, { ...input, paidOn: '2027-01-01' }).expect(422)).body.code).toBe('date_in_future')
})

test('a late answer alarms its creditor once, and the debt stays paused', async () => {
  const who = await situation(testApp)
  const dispute = await contested(who)
  clock.moveTo('2026-11-28T15:00:00Z')
  await alarmAllDisputes(platform)
  expect(await eventsOf(dispute)).toEqual(['dispute.opened'])
  clock.moveTo('2026-11-29T15:00:00Z')
  await Promise.all([alarmAllDisputes(platform), alarmAllDisputes(platform)])
  await alarmAllDisputes(platform)
  expect(await eventsOf(dispute)).toEqual(['dispute.opened', 'dispute.overdue'])
  expect((await debtOf(who)).status).toBe('disputed')
})

test('an agreement whose debt is disputed is not broken, and stands as it was', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  const dispute = await contested(who)
  expect((await debtOf(who)).status).toBe('in_agreement')
  const see = async () => (await http.get(`/v1/agreements/${agreement.id}`).set('authorization', who.creditor.bearer).expect(200)).body
  clock.moveTo(`${addDays(agreement.installments.at(-1)!.dueOn, 60)}T15:00:00Z`)
  const night = () => watchAllArrears({ platform, logger: createLogger('silent') })
  await night()
  expect((await see()).breakNotice ?? null).toBeNull()
  expect((await decide(who, dispute, { outcome: 'upheld', answer: 'Sim.' }).expect(409)).body.code).toBe('debt_in_agreement')
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  expect((await debtOf(who)).status).toBe('disputed')
  await decide(who, dispute, { outcome: 'upheld', answer: 'Sim.' }).expect(200)
  expect((await debtOf(who)).status).toBe('withdrawn')
  await expectBooksInOrder(testApp)
})
