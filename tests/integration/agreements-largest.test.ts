import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { MAX_CENTS } from '@repactua/shared/money/cents.ts'
import { expect, test } from 'vitest'
import { signatureFor } from '../builders/agreement.ts'
import { quoteAmendment } from '../builders/amendment.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp

test('several debts of the largest amount are owed, agreed on and paid to the cent; what no Pix code holds is refused', async () => {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor)
  const debtor = personInput()
  const debts = [await makeDebt(testApp, creditor, { debtor, principalCents: MAX_CENTS }), await makeDebt(testApp, creditor, { debtor, principalCents: MAX_CENTS }), await makeDebt(testApp, creditor, { debtor, principalCents: MAX_CENTS })]
  const cookie = await signInWithCode(testApp, debtor.cpf)
  const post = (path: string, body: object) => http.post(`/v1/me${path}`).set('cookie', cookie).send(body)
  expect((await http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body.data).toHaveLength(3)
  const sheet = await post('/offer-sheets', { debtIds: debts.map(({ id }) => id) }).expect(201)
  const { body: formed } = await post('/agreements', { offerSheetId: sheet.body.id, optionId: 'cash' }).expect(201)
  const agreement = (await post(`/agreements/${formed.id}/signature`, await signatureFor(testApp, { cookie }, formed as Agreement)).expect(200)).body as Agreement
  expect((await post(`/agreements/${agreement.id}/installments/1/charges`, { method: 'pix' }).expect(422)).body.code).toBe('pix_amount_too_large')
  expect((await quoteAmendment(testApp, { cookie }, agreement, { kind: 'pay_off' })).payNow).toMatchObject({ amountCents: agreement.totalCents })
  const parts = [MAX_CENTS, agreement.totalCents - MAX_CENTS]
  for (const [i, amountCents] of parts.entries()) {
    const payment = { agreementId: agreement.id, amountCents, paidAt: '2026-11-21T14:00:00Z', method: 'transfer', externalReference: `LARGE-${i}` }
    await http.post('/v1/payments').set('authorization', creditor.bearer).send(payment).expect(201)
  }
  expect((await http.get(`/v1/me/agreements/${agreement.id}`).set('cookie', cookie).expect(200)).body).toMatchObject({ status: 'settled', paidCents: agreement.totalCents })
})
