import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { newCpf, personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)

const ID = 'debt_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f'
const askAs = (cookie: string, body: object) => http.post('/v1/me/offer-sheets').set('cookie', cookie).send(body)
const askFor = ({ bearer }: TestCreditor, body: object) => http.post('/v1/offer-sheets').set('authorization', bearer).send(body)

test('somebody else’s debt and an unknown one are not there', async () => {
  const [mine, other] = [await situation(testApp), await situation(testApp)]
  const unknown = `debt_${platform.newId()}`
  for (const debtIds of [[other.debt.id], [unknown], [mine.debt.id, other.debt.id], [mine.debt.id, unknown]]) {
    expect((await askAs(mine.cookie, { debtIds }).expect(404)).body.code).toBe('not_found')
  }
  const { body } = await askAs(mine.cookie, { debtIds: [mine.debt.id] }).expect(201)
  expect((await http.get(`/v1/me/offer-sheets/${body.id}`).set('cookie', other.cookie).expect(404)).body.code).toBe('not_found')
  await http.get(`/v1/me/offer-sheets/sheet_${platform.newId()}`).set('cookie', mine.cookie).expect(404)
})

test('debts of two creditors are two sheets', async () => {
  const { debt, cookie, cpf } = await situation(testApp)
  const elsewhere = await makeDebt(testApp, await makeCreditor(testApp), { debtor: personInput({ cpf }) })
  const { body } = await askAs(cookie, { debtIds: [debt.id, elsewhere.id] }).expect(422)
  expect(body.code).toBe('debts_of_several_creditors')
})

test.each([
  ['in_agreement', 'debt_in_agreement'],
  ['settled', 'debt_not_open'],
])('a debt that is %s gets no offer at either door', async (status, code) => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  await rows('update debts set status = $1 where id = $2', [status, readId(debt.id)])
  expect((await askAs(cookie, { debtIds: [debt.id] }).expect(409)).body.code).toBe(code)
  expect((await askFor(creditor, { cpf, debtExternalIds: [debt.externalId] }).expect(409)).body.code).toBe(code)
})

test('a barred debt gets no offer in silence', async () => {
  const { creditor, cpf, cookie } = await situation(testApp)
  const debt = await makeDebt(testApp, creditor, { debtor: personInput({ cpf }), dueOn: '2021-11-20' })
  expect((await askAs(cookie, { debtIds: [debt.id] }).expect(409)).body.code).toBe('debt_barred')
  expect((await askFor(creditor, { cpf, debtExternalIds: [debt.externalId] }).expect(409)).body.code).toBe('debt_barred')
})

test('without a policy in force there is no sheet', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor })
  const { body } = await askAs(await signInWithCode(testApp, debtor.cpf), { debtIds: [debt.id] }).expect(409)
  expect(body.code).toBe('no_policy_in_force')
})

test('where no rule fits there is no offer', async () => {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor, { rules: [rule({ when: { products: ['school'] } })] })
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor })
  const { body } = await askFor(creditor, { cpf: debtor.cpf, debtExternalIds: [debt.externalId] }).expect(409)
  expect(body).toMatchObject({ code: 'no_offer', detail: 'A política do credor não tem uma opção para estas dívidas hoje.' })
})

test.each([
  ['a due day that the policy has not', { dueDay: 15 }, 'due_day_not_allowed', /5, 10, 20/],
  ['a first date too far away', { firstDueOn: '2026-12-22' }, 'first_due_out_of_window', /21\/12\/2026/],
  ['a first date that is today', { firstDueOn: '2026-11-21' }, 'first_due_out_of_window', /22\/11\/2026/],
  ['a down payment of everything', { downPaymentCents: 108_323 }, 'down_payment_above_balance', /1\.083,23/],
])('%s is refused, and the refusal says what is possible', async (_name, wishes, code, detail) => {
  const { debt, cookie } = await situation(testApp)
  const { body } = await askAs(cookie, { debtIds: [debt.id], ...wishes }).expect(422)
  expect(body).toMatchObject({ code, detail: expect.stringMatching(detail) })
  expect(await rows('select from offer_sheets where document like $1', [`%${debt.id}%`])).toEqual([])
})

test.each([
  ['no debts', { debtIds: [] }, '/debtIds', 'too_few'],
  ['one debt twice', { debtIds: [ID, ID] }, '/debtIds', 'repeated'],
  ['an id of another kind', { debtIds: [ID.replace('debt', 'policy')] }, '/debtIds/0', 'wrong_format'],
  ['a budget that is no integer', { debtIds: [ID], monthlyBudgetCents: 100.5 }, '/monthlyBudgetCents', 'wrong_type'],
  ['a down payment of nothing', { debtIds: [ID], downPaymentCents: 0 }, '/downPaymentCents', 'too_small'],
  ['a day that does not exist', { debtIds: [ID], firstDueOn: '2026-11-31' }, '/firstDueOn', 'wrong_format'],
  ['an unknown field', { debtIds: [ID], discountBps: 9_000 }, '/discountBps', 'unknown_field'],
])('the schema refuses %s', async (_name, body, pointer, code) => {
  const answer = await askAs((await situation(testApp)).cookie, body).expect(400)
  expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer, code }] })
})

test('an agent finds neither an unknown CPF, nor another person’s debt, nor another creditor’s', async () => {
  const [mine, other] = [await situation(testApp), await situation(testApp)]
  const samePlace = await makeDebt(testApp, mine.creditor)
  const asks = [
    { cpf: newCpf(), debtExternalIds: [mine.debt.externalId] },
    { cpf: mine.cpf, debtExternalIds: ['NO-SUCH-DEBT'] },
    { cpf: mine.cpf, debtExternalIds: [mine.debt.externalId, samePlace.externalId] },
    { cpf: other.cpf, debtExternalIds: [other.debt.externalId] },
  ]
  for (const body of asks) expect((await askFor(mine.creditor, body).expect(404)).body.code).toBe('not_found')
  const wrong = await askFor(mine.creditor, { cpf: '11111111111', debtExternalIds: ['X'] }).expect(400)
  expect(wrong.body.errors).toMatchObject([{ pointer: '/cpf', code: 'invalid_cpf' }])
})

test('a creditor’s token opens no person’s page, and a person’s cookie no counter', async () => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  await http.post('/v1/me/offer-sheets').set('authorization', creditor.bearer).send({ debtIds: [debt.id] }).expect(401)
  await http.post('/v1/offer-sheets').set('cookie', cookie).send({ cpf, debtExternalIds: [debt.externalId] }).expect(401)
})

test('the same Idempotency-Key is one sheet; another body is refused', async () => {
  const { debt, cookie } = await situation(testApp)
  const send = (body: object) => askAs(cookie, body).set('idempotency-key', 'sheet-1')
  const first = await send({ debtIds: [debt.id] }).expect(201)
  const second = await send({ debtIds: [debt.id] }).expect(201).expect('idempotent-replayed', 'true')
  expect(second.text).toBe(first.text)
  expect((await send({ debtIds: [debt.id], dueDay: 10 }).expect(422)).body.code).toBe('idempotency_key_reused')
  expect(await rows('select from offer_sheets where document like $1', [`%${debt.id}%`])).toHaveLength(1)
})

test('parallel twins with one key are one sheet', async () => {
  const { debt, cookie } = await situation(testApp)
  const answers = await Promise.all(Array.from({ length: 5 }, () => askAs(cookie, { debtIds: [debt.id] }).set('idempotency-key', 'twins')))
  expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id as string)).size).toBe(1)
  for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('idempotency_in_flight')
  expect(await rows('select from offer_sheets where document like $1', [`%${debt.id}%`])).toHaveLength(1)
})

test('the application cannot change a sheet, nor delete it', async () => {
  const { creditor } = await situation(testApp)
  const change = (sql: string) => platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, ({ tx }) => tx.$client.query(sql))
  await expect(change("update offer_sheets set document = '{}'")).rejects.toThrow('permission denied')
  await expect(change('delete from offer_sheets')).rejects.toThrow('permission denied')
})
