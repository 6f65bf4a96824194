import { expect, test } from 'vitest'
import { formAgreement, signatureFor, situation } from '../builders/agreement.ts'
import { debtInput } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp

test('a debt that becomes less in the same moment is never signed for at its old amount', async () => {
  const pairs = await Promise.all([1, 2, 3, 4, 5, 6].map(async () => {
    const who = await situation(testApp)
    const agreement = await formAgreement(testApp, who)
    return { who, agreement, signature: await signatureFor(testApp, who, agreement) }
  }))
  for (const { who, agreement, signature } of pairs) {
    const lower = debtInput({ debtor: personInput({ cpf: who.cpf, name: 'Marina Exemplo' }), principalCents: 1_000 })
    const [signed, put] = await Promise.all([
      http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(signature),
      http.put(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer).send(lower),
    ])
    // One of the two comes first; the other is told.
    expect([[200, 409], [409, 200]]).toContainEqual([signed.status, put.status])
  }
})
