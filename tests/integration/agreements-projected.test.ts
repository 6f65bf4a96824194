import { expect, test } from 'vitest'
import { signedAgreement } from '../builders/agreement.ts'
import { makeCreditor, makeOperator } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()

test('what was offered with an index month that is not out yet can be signed', async () => {
  const operator = await makeOperator(testApp)
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']) {
    await testApp.http.put(`/v1/indices/ipca/${month}`).set('authorization', operator).send({ percent: '0.3' }).expect(201)
  }
  const creditor = await makeCreditor(testApp, { regime: 'non_financial' })
  await publishPolicy(testApp, creditor, { projectIndices: true })
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor, charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100, correctionIndex: 'ipca' } })
  const who = { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(testApp, debtor.cpf) }
  expect((await signedAgreement(testApp, who)).status).toBe('awaiting_first_payment')
})
