import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { formAgreement, situation } from '../builders/agreement.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const rows = rowsOf(testApp.db)

/** Somebody with one debt, and the policy of their creditor that holds for these debts only. */
async function under(when: PolicyCondition) {
  const made = await situation(testApp)
  await publishPolicy(testApp, made.creditor, { rules: [rule({ when })] })
  return made
}

const sheetStatus = async ({ cookie, debt }: Awaited<ReturnType<typeof situation>>) =>
  (await testApp.http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [debt.id] })).status
const mayNegotiate = async ({ cookie }: { cookie: string }) =>
  (await testApp.http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body.data[0].can.negotiate.ok as boolean

test.each<[PolicyCondition, boolean]>([
  [{ states: ['SP'] }, true],
  [{ states: ['RJ'] }, false],
  [{ debtCount: { min: 1, max: 1 } }, true],
  [{ debtCount: { min: 2 } }, false],
  [{ hasBrokenAgreement: false }, true],
  [{ hasBrokenAgreement: true }, false],
  [{ tags: ['vip'] }, false],
])('%j reaches somebody of São Paulo with one debt: %s, in the list as in the sheet', async (when, reaches) => {
  const made = await under(when)
  expect(await sheetStatus(made)).toBe(reaches ? 201 : 409)
  expect(await mayNegotiate(made)).toBe(reaches)
})

test('debts are counted of one creditor, and only those that may be collected', async () => {
  const made = await under({ debtCount: { min: 2, max: 2 } })
  const { creditor, cpf } = made
  const another = await situation(testApp)
  await makeDebt(testApp, another.creditor, { debtor: personInput({ cpf }) })
  await makeDebt(testApp, creditor, { debtor: personInput({ cpf }), dueOn: '2019-01-10' })
  expect(await sheetStatus(made)).toBe(409)
  await makeDebt(testApp, creditor, { debtor: personInput({ cpf }), tags: ['vip'] })
  expect(await sheetStatus(made)).toBe(201)
})

test('an agreement that was broken is remembered', async () => {
  const made = await situation(testApp)
  await formAgreement(testApp, made)
  await publishPolicy(testApp, made.creditor, { rules: [rule({ when: { hasBrokenAgreement: true } })] })
  expect(await sheetStatus(made)).toBe(409)
  await rows("update agreements set status = 'broken' where creditor_id = $1", [made.creditor.creditorId])
  expect(await sheetStatus(made)).toBe(201)
})
