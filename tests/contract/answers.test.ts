import type { Response } from 'supertest'
import { expect, test } from 'vitest'
import { GOOD, withText } from '@repactua/api/core/messages/lint/lint-vectors.fixture.ts'
import { createAjv } from '@repactua/api/platform/schema/ajv.ts'
import { formAgreement, signedAgreement, situation } from '../builders/agreement.ts'
import { amendedAgreement, quoteAmendment } from '../builders/amendment.ts'
import { withBoleto } from '../builders/boleto.ts'
import { makeOperator } from '../builders/creditor.ts'
import { makeAddressee, queue } from '../builders/message.ts'
import { bargain, proposalsOf } from '../builders/proposal.ts'
import { ACCEPTANCE, simulationsOf } from '../builders/simulation.ts'
import { startApp } from '../support/app.ts'
import { operationsOf, schemasIn, type Document, type Schema } from './document.ts'

const testApp = await startApp()
const { http } = testApp
const document = (await http.get('/openapi.json').expect(200)).body as Document
const operations = operationsOf(document)
const ajv = createAjv(false)

const who = await situation(testApp)
const owing = await situation(testApp)
const agreement = await signedAgreement(testApp, who, 'cash')
const waiting = await formAgreement(testApp, owing, 'installments-3')
await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })
const unsigned = await quoteAmendment(testApp, who, agreement, { kind: 'pay_off' })
const bargainer = await bargain(testApp)
const waitingOffer = await proposalsOf(testApp).propose(bargainer, { monthlyCents: 1_500 })
const asDebtor = { cookie: who.cookie }
const asOwing = { cookie: owing.cookie }
const asCreditor = { authorization: who.creditor.bearer }
const policyId = (await http.get('/v1/policies').set(asCreditor).expect(200)).body.data[0].id as string
const simulation = await simulationsOf(testApp).simulate(who.creditor, policyId)

const { who: payer, agreement: slipped, charge: slip } = await withBoleto(testApp)
const asBank = { authorization: payer.creditor.bearer }

const text = (await http.post('/v1/message-templates').set(asCreditor).send(GOOD).expect(201)).body as { id: string }

await queue(testApp, payer.creditor.creditorId, [(await makeAddressee(testApp, payer.creditor)).draft()])
const message = (await http.get('/v1/messages').set(asBank).expect(200)).body.data[0] as { id: string }

const ANSWERS: [method: 'get' | 'post', template: string, path: string, headers: Record<string, string>, body?: object][] = [
  ['get', '/v1/debts', '/v1/debts?limit=1', asCreditor],
  ['get', '/v1/indices/{code}', '/v1/indices/ipca', {}],
  ['get', '/v1/debts/{externalId}', `/v1/debts/${who.debt.externalId}`, asCreditor],
  ['post', '/v1/debt-lookups', '/v1/debt-lookups', asCreditor, { cpf: who.cpf }],
  ['get', '/v1/policies', '/v1/policies', asCreditor],
  ['get', '/v1/campaigns', '/v1/campaigns', asCreditor],
  ['get', '/v1/clients', '/v1/clients', asCreditor],
  ['get', '/v1/message-templates', '/v1/message-templates', asCreditor],
  ['get', '/v1/message-templates', '/v1/message-templates?of=house', asCreditor],
  ['get', '/v1/message-templates/{id}', `/v1/message-templates/${text.id}`, asCreditor],
  ['post', '/v1/message-templates/lint', '/v1/message-templates/lint', asCreditor, withText('subject', 'Sua dívida')],
  ['post', '/v1/message-templates/{id}/preview', `/v1/message-templates/${text.id}/preview`, asCreditor],
  ['post', '/v1/message-templates/{id}/publication', `/v1/message-templates/${text.id}/publication`, asCreditor],
  ['post', '/v1/message-templates/{id}/test-messages', `/v1/message-templates/${text.id}/test-messages`, asCreditor, { channel: 'email', to: 'eu@aurora.exemplo.test' }],
  ['get', '/v1/creditors/me/settings', '/v1/creditors/me/settings', asCreditor],
  ['post', '/v1/segments', '/v1/segments', asCreditor, { name: 'Primeiro atraso', condition: { all: [{ isFirstDelay: true }] } }],
  ['get', '/v1/segments', '/v1/segments', asCreditor],
  ['get', '/v1/profile-rules', '/v1/profile-rules', asCreditor],
  ['get', '/v1/me/profiles', '/v1/me/profiles', asDebtor],
  ['post', '/v1/me/profiles/{creditorId}/review', `/v1/me/profiles/${who.creditor.shownId}/review`, asDebtor, { statement: 'Paguei no dia.' }],
  ['get', '/v1/profile-reviews', '/v1/profile-reviews', asCreditor],
  ['get', '/v1/policies/{id}/simulations', `/v1/policies/${policyId}/simulations`, asCreditor],
  ['get', '/v1/simulations/{id}', `/v1/simulations/${simulation.id}`, asCreditor],
  ['post', '/v1/policies/{id}/simulations', `/v1/policies/${policyId}/simulations`, asCreditor, ACCEPTANCE],
  ['post', '/v1/offer-sheets', '/v1/offer-sheets', { authorization: owing.creditor.bearer }, { cpf: owing.cpf, debtExternalIds: [owing.debt.externalId] }],
  ['get', '/v1/agreements', '/v1/agreements', asCreditor],
  ['get', '/v1/agreements/{id}', `/v1/agreements/${agreement.id}`, asCreditor],
  ['post', '/v1/sign-in-challenges', '/v1/sign-in-challenges', {}, { cpf: who.cpf }],
  ['get', '/v1/me', '/v1/me', asDebtor],
  ['get', '/v1/me/debts', '/v1/me/debts', asOwing],
  ['post', '/v1/me/offer-sheets', '/v1/me/offer-sheets', asOwing, { debtIds: [owing.debt.id], monthlyBudgetCents: 20_000 }],
  ['post', '/v1/me/proposals', '/v1/me/proposals', asOwing, { debtIds: [owing.debt.id], monthlyCents: 2_000, reason: 'Recebo no dia 5' }],
  ['post', '/v1/me/proposals', '/v1/me/proposals', asOwing, { debtIds: [owing.debt.id], monthlyCents: 50_000 }],
  ['get', '/v1/me/proposals', '/v1/me/proposals', asOwing],
  ['get', '/v1/proposals', '/v1/proposals', { authorization: owing.creditor.bearer }],
  ['post', '/v1/me/proposals', '/v1/me/proposals', { cookie: bargainer.cookie }, { debtIds: [bargainer.debt.id], monthlyCents: 5_000, dueDay: 10 }],
  ['get', '/v1/me/proposals/{id}', `/v1/me/proposals/${waitingOffer.id}`, { cookie: bargainer.cookie }],
  ['get', '/v1/proposals', '/v1/proposals', { authorization: bargainer.creditor.bearer }],
  ['get', '/v1/proposals/{id}', `/v1/proposals/${waitingOffer.id}`, { authorization: bargainer.creditor.bearer }],
  ['get', '/v1/me/agreements', '/v1/me/agreements', asDebtor],
  ['get', '/v1/me/agreements/{id}', `/v1/me/agreements/${waiting.id}`, asOwing],
  ['post', '/v1/me/agreements/{id}/amendment-quotes', `/v1/me/agreements/${agreement.id}/amendment-quotes`, asDebtor, { kind: 'pay_off' }],
  ['get', '/v1/me/agreements/{id}/amendments', `/v1/me/agreements/${agreement.id}/amendments`, asDebtor],
  ['get', '/v1/agreements/{id}/amendments', `/v1/agreements/${agreement.id}/amendments`, asCreditor],
  ['post', '/v1/me/agreements/{id}/amendments', `/v1/me/agreements/${agreement.id}/amendments`, asDebtor, { quoteId: unsigned.id }],
  ['post', '/v1/me/agreements/{id}/installments/{number}/charges', `/v1/me/agreements/${agreement.id}/installments/1/charges`, asDebtor, { method: 'pix' }],
  ['post', '/v1/me/agreements/{id}/installments/{number}/charges', `/v1/me/agreements/${slipped.id}/installments/1/charges`, { cookie: payer.cookie }, { method: slip.method }],
  ['post', '/v1/contact-choices', '/v1/contact-choices', asCreditor, { cpf: who.cpf, wish: 'allow', channel: 'whatsapp' }],
  ['get', '/v1/messages', '/v1/messages', asBank],
  ['get', '/v1/messages/{id}', `/v1/messages/${message.id}`, asBank],
  ['get', '/v1/boleto-account', '/v1/boleto-account', asBank],
  ['post', '/v1/boleto-remittances', '/v1/boleto-remittances', asBank],
  ['get', '/v1/agreement-verifications/{code}', `/v1/agreement-verifications/${agreement.verificationCode}`, {}],
  ['post', '/v1/payments', '/v1/payments', asCreditor, { agreementId: agreement.id, amountCents: agreement.totalCents, paidAt: agreement.signedAt, method: 'pix', externalReference: 'E2E-contract' }],
]

test.each(ANSWERS)('%s %s answers what its schema says and nothing more', async (method, template, path, headers, body) => {
  const answer = await http[method](path).set(headers).send(body)
  expect(answer.status).toBeLessThan(300)
  expectDocumented(answer, method, template)
})

const REFUSALS: [code: string, method: 'get' | 'post', template: string, path: string, headers: Record<string, string>, body?: object][] = [
  ['invalid_request', 'post', '/v1/debt-lookups', '/v1/debt-lookups', asCreditor, { cpf: 1 }],
  ['token_required', 'get', '/v1/debts', '/v1/debts', {}],
  ['session_required', 'get', '/v1/me', '/v1/me', {}],
  ['scope_missing', 'get', '/v1/debts', '/v1/debts', { authorization: await makeOperator(testApp) }],
  ['not_found', 'get', '/v1/me/agreements/{id}', `/v1/me/agreements/${waiting.id}`, asDebtor],
  ['invalid_request', 'post', '/v1/debt-lookups', '/v1/debt-lookups', asCreditor, { cpf: '52998224724' }],
  ['debt_not_open', 'post', '/v1/me/offer-sheets', '/v1/me/offer-sheets', asDebtor, { debtIds: [who.debt.id] }],
]

test.each(REFUSALS)('%s is told by %s %s as its schema says', async (code, method, template, path, headers, body) => {
  const answer = await http[method](path).set(headers).send(body)
  expect(answer.body).toMatchObject({ code, status: answer.status, type: `urn:repactua:error:${code}` })
  expectDocumented(answer, method, template)
})

function expectDocumented({ status, body, headers }: Response, method: string, template: string): void {
  const operation = operations.find((one) => one.path === template && one.method === method.toUpperCase())
  const documented = operation?.responses[String(status)] ?? operation?.responses[`${String(status)[0]}XX`]
  const media = (headers['content-type'] as string).split(';')[0]!
  const schema = documented?.content?.[media]?.schema
  if (!schema) throw new Error(`${method} ${template} does not document ${status} ${media}`)
  const validate = ajv.compile(closed(schema))
  validate(body)
  expect(validate.errors ?? []).toEqual([])
}

/** The same schema, which allows no field that it does not name. */
function closed(schema: Schema): Schema {
  const copy = structuredClone(schema)
  for (const { schema: inner } of schemasIn(copy, '')) if (inner.properties) inner['additionalProperties'] = false
  return copy
}
