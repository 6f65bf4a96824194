import { expect, test } from 'vitest'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formAgreement, signatureFor } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startLoggedApp } from '../support/logged-app.ts'
import { rowsOf } from '../support/rows.ts'
import { expectNowhere, tablesWith } from '../support/secrets.ts'

const testApp = await startLoggedApp()
const { http, lines } = testApp
const rows = rowsOf(testApp.db)

test('from the portfolio to the discharge, nothing personal is logged or stored in clear', async () => {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor)
  const person = personInput({ name: 'Rosalinda Exemplar Primeira', email: 'rosalinda@exemplo.test', phone: '(11) 98765-4321', birthDate: '1987-03-09', city: 'Ibiúna' })
  const debt = await makeDebt(testApp, creditor, { debtor: person })
  const asCreditor = { authorization: creditor.bearer, 'idempotency-key': 'one' }
  await http.post('/v1/debt-imports').set('authorization', creditor.bearer).type('application/x-ndjson').send(importOf(person)).expect(202)
  await http.post('/v1/debt-lookups').set(asCreditor).send({ cpf: formatCpf(person.cpf) }).expect(200)
  await http.post('/v1/offer-sheets').set(asCreditor).send({ cpf: person.cpf, debtExternalIds: [debt.externalId] }).expect(201)

  const cookie = await signInWithCode(testApp, person.cpf)
  const agreement = await formAgreement(testApp, { cookie, debt }, 'cash')
  const body = await signatureFor(testApp, { cookie }, agreement)
  await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', cookie).send({ ...body, code: 'x' }).expect(400)
  await http.post(`/v1/me/agreements/${agreement.id}/signature`).set({ cookie, 'idempotency-key': 'two' }).send(body).expect(200)
  await http.post(`/v1/me/agreements/${agreement.id}/installments/1/charges`).set({ cookie, 'idempotency-key': 'three' }).send({ method: 'pix' }).expect(201)
  const payment = { agreementId: agreement.id, amountCents: agreement.totalCents, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: 'E2E-privacy' }
  await http.post('/v1/payments').set(asCreditor).send(payment).expect(201)
  for (const paper of ['term.pdf', 'discharge.pdf']) await http.get(`/v1/me/agreements/${agreement.id}/${paper}`).set('cookie', cookie).expect(200)
  await http.get(`/v1/debts?cpf=${person.cpf}`).set('authorization', creditor.bearer).expect(400)
  await http.get(`/v1/${person.cpf}`).expect(404)

  // The search itself works: a town is kept in clear, a request is logged by its route.
  expect(await tablesWith('Ibiúna', rows)).toContain('public.debtors')
  expect(lines.join('')).toContain('/v1/me/agreements/:id/signature')
  const { cpf, name, email, phone, birthDate } = person
  const token = cookie.split('=')[1]!
  await expectNowhere([cpf, formatCpf(cpf), name, 'Rosalinda', email!, phone!, '+5511987654321', birthDate!, body.code, token, creditor.clientSecret, creditor.bearer.slice(7)], lines, rows)
})

function importOf(debtor: object): string {
  const line = { externalId: 'PRIVATE-2', debtor, product: 'retail', principalCents: 5_000, dueOn: '2026-04-10', charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100 } }
  return `${JSON.stringify(line)}\n${JSON.stringify({ ...line, externalId: 'PRIVATE-3', principalCents: -1 })}\n`
}
