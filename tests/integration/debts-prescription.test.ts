import type { Debt, DebtInput } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { debtLine, importsOf, fileOf } from '../builders/debt-import.ts'
import { debtInput, makeDebt, newExternalId } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp
const creditor = await makeCreditor(testApp)
const { importFile, errorsOf } = importsOf(testApp)

const put = ({ bearer }: TestCreditor, externalId: string, body: DebtInput) => http.put(`/v1/debts/${externalId}`).set('authorization', bearer).send(body)
const read = async ({ bearer }: TestCreditor, externalId: string) => (await http.get(`/v1/debts/${externalId}`).set('authorization', bearer).expect(200)).body as Debt
const ordered = { on: '2026-05-04', by: 'judicial_order' } as const

test('each debt says until when it may be collected, and by which rule', async () => {
  const { prescription, barred } = await makeDebt(testApp, creditor, { product: 'rent' })
  expect(prescription).toEqual({ on: '2029-03-10', rule: 'prescription-rent', source: 'Código Civil, art. 206, §3º, I', interruptedOn: null, by: null })
  expect(barred).toBe(false)
  expect((await makeDebt(testApp, creditor, { product: 'lodging', dueOn: '2025-11-20' })).barred).toBe(true)
})

test('an interruption has the whole term begin again, and what says nothing of it takes nothing back', async () => {
  const debt = await makeDebt(testApp, creditor, { interruption: ordered })
  const { debtor: _debtor, ...plain } = debtInput()
  const interrupted = { on: '2031-05-04', interruptedOn: '2026-05-04', by: 'judicial_order' }
  expect(debt.prescription).toMatchObject({ ...interrupted, source: 'Código Civil, art. 206, §5º, I; Código Civil, art. 202, I' })
  const debtor = personInput()
  const externalId = newExternalId()
  await put(creditor, externalId, { ...plain, debtor }).expect(201)
  const put2 = await put(creditor, externalId, { ...plain, debtor, interruption: ordered }).expect(200)
  expect((put2.body as Debt).prescription).toMatchObject(interrupted)
  const after = await put(creditor, externalId, { ...plain, debtor, description: 'Outro nome' }).expect(200)
  expect((after.body as Debt).prescription).toMatchObject(interrupted)
})

test.each([
  ['a second one', { interruption: { on: '2026-06-01', by: 'protest' } }],
  ['another act of the same day', { interruption: { on: '2026-05-04', by: 'protest' } }],
  ['another due date for what was interrupted', { dueOn: '2026-04-10' }],
  ['another product', { product: 'rent' }],
] as const)('%s is refused', async (_name, change) => {
  const externalId = newExternalId()
  const debtor = personInput()
  await put(creditor, externalId, debtInput({ debtor, interruption: ordered })).expect(201)
  expect((await put(creditor, externalId, debtInput({ debtor, ...change })).expect(409)).body.code).toBe('prescription_interrupted')
})

test.each([
  ['before the due date', { on: '2026-03-09', by: 'protest' }, {}, 'interruption_before_due'],
  ['tomorrow', { on: '2026-11-22', by: 'protest' }, {}, 'date_in_future'],
  ['after the term', { on: '2026-03-11', by: 'recognition' }, { dueOn: '2021-03-10' }, 'interruption_after_term'],
] as const)('an interruption %s is refused', async (_name, interruption, change, code) => {
  const { body } = await put(creditor, newExternalId(), debtInput({ interruption, ...change })).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/interruption/on', code }])
})

test('a portfolio file interrupts as PUT does: once', async () => {
  const line = debtLine({ interruption: ordered })
  const { interruption: _said, ...silent } = line
  await importFile(creditor, fileOf([line]))
  expect((await read(creditor, line.externalId)).prescription).toMatchObject({ on: '2031-05-04', by: 'judicial_order' })
  expect(await importFile(creditor, fileOf([{ ...silent, description: 'Outro nome' }]))).toMatchObject({ accepted: 1, rejected: 0 })
  expect(await read(creditor, line.externalId)).toMatchObject({ description: 'Outro nome', prescription: { on: '2031-05-04', by: 'judicial_order' } })
  const refused = await importFile(creditor, fileOf([{ ...line, interruption: { on: '2026-06-01', by: 'protest' } }]))
  expect(await errorsOf(creditor, refused.id)).toMatchObject([{ externalId: line.externalId, code: 'prescription_interrupted' }])
})

test('a CSV has columns for it', async () => {
  const csv = 'externalId,cpf,name,product,principalCents,dueOn,lateFeeBps,defaultInterestMonthlyBps,interruptedOn,interruptedBy\n'
  const row = (id: string, on: string, by: string) => `${id},${personInput().cpf},Rosa de Exemplo,cheque,5000,2026-03-10,0,0,${on},${by}\n`
  const [both, half] = [newExternalId(), newExternalId()]
  const done = await importFile(creditor, csv + row(both, '2026-05-04', 'protest') + row(half, '2026-05-04', ''), { 'content-type': 'text/csv' })
  expect(done).toMatchObject({ accepted: 1, rejected: 1 })
  expect((await read(creditor, both)).prescription).toMatchObject({ on: '2031-05-04', rule: 'prescription-cheque', by: 'protest' })
})

test('while an agreement lasts no other act interrupts, by PUT or by a file', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  const body = { ...debtInput({ debtor: personInput({ cpf: who.cpf, name: 'Marina Exemplo' }) }), interruption: ordered }
  expect((await put(who.creditor, who.debt.externalId, body).expect(409)).body.code).toBe('debt_in_agreement')
  const refused = await importFile(who.creditor, fileOf([{ externalId: who.debt.externalId, ...body }]))
  expect(await errorsOf(who.creditor, refused.id)).toMatchObject([{ code: 'debt_in_agreement' }])
  expect((await read(who.creditor, who.debt.externalId)).prescription).toMatchObject({ interruptedOn: null })
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'debtor_request' }).expect(200)
  expect((await put(who.creditor, who.debt.externalId, body).expect(409)).body.code).toBe('prescription_interrupted')
})

test('an agreement that ends unpaid has the term begin again from its signature, once', async () => {
  const who = await situation(testApp)
  const cancel = async (id: string) => http.post(`/v1/agreements/${id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'debtor_request' }).expect(200)
  await cancel((await signedAgreement(testApp, who)).id)
  const restarted = { on: '2031-11-21', interruptedOn: '2026-11-21', by: 'recognition' }
  expect((await read(who.creditor, who.debt.externalId)).prescription).toMatchObject(restarted)
  testApp.clock.advance(3 * 86_400_000)
  const again = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  await cancel((await signedAgreement(testApp, again)).id)
  expect((await read(who.creditor, who.debt.externalId)).prescription).toMatchObject(restarted)
  testApp.clock.moveTo(SOME_DAY)
})
