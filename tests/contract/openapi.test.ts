import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { operationsOf, type Document } from './document.ts'

const { http } = await startApp()
const document = (await http.get('/openapi.json').expect(200)).body as Document
const operations = operationsOf(document)

/** What client programs rely on. A route may come, none may go. */
const ROUTES = [
  'POST /v1/oauth/token',
  'POST /v1/creditors',
  'PUT /v1/debts/{externalId}',
  'GET /v1/debts',
  'GET /v1/debts/{externalId}',
  'POST /v1/debts/{externalId}/withdrawal',
  'POST /v1/debt-imports',
  'GET /v1/debt-imports/{id}',
  'GET /v1/debt-imports/{id}/errors',
  'POST /v1/debt-lookups',
  'POST /v1/policies',
  'GET /v1/policies',
  'GET /v1/policies/{id}',
  'POST /v1/policies/{id}/publication',
  'POST /v1/policies/{id}/simulations',
  'GET /v1/policies/{id}/simulations',
  'GET /v1/simulations/{id}',
  'GET /v1/simulations/{id}/results.csv',
  'POST /v1/policies/{id}/approval',
  'GET /v1/campaigns',
  'POST /v1/clients',
  'GET /v1/clients',
  'DELETE /v1/clients/{id}',
  'GET /v1/creditors/me/settings',
  'PATCH /v1/creditors/me/settings',
  'POST /v1/offer-sheets',
  'GET /v1/offer-sheets/{id}',
  'GET /v1/offer-sheets/{id}/inputs',
  'POST /v1/me/proposals',
  'GET /v1/me/proposals',
  'GET /v1/me/proposals/{id}',
  'GET /v1/proposals',
  'GET /v1/proposals/{id}',
  'POST /v1/proposals/{id}/decision',
  'GET /v1/agreements',
  'GET /v1/agreements/{id}',
  'POST /v1/agreements/{id}/cancellation',
  'POST /v1/court-plans',
  'POST /v1/payments',
  'GET /v1/pix-account',
  'PUT /v1/pix-account',
  'DELETE /v1/pix-account',
  'POST /v1/pix-sweeps',
  'POST /v1/segments',
  'GET /v1/segments',
  'PUT /v1/segments/{id}',
  'POST /v1/segments/{id}/preview',
  'GET /v1/profile-rules',
  'PUT /v1/profile-rules',
  'PUT /v1/debtor-scores',
  'GET /v1/profile-reviews',
  'POST /v1/profile-reviews/{id}/decision',
  'GET /v1/me/profiles',
  'POST /v1/me/profiles/{creditorId}/review',
  'POST /v1/rulers',
  'GET /v1/rulers',
  'GET /v1/rulers/{id}',
  'POST /v1/rulers/{id}/publication',
  'PUT /v1/rulers/{id}/pause',
  'POST /v1/rulers/{id}/preview',
  'POST /v1/rulers/{id}/simulations',
  'GET /v1/rulers/{id}/simulations',
  'GET /v1/rulers/{id}/simulations/{simulationId}',
  'POST /v1/experiments',
  'GET /v1/experiments',
  'GET /v1/experiments/{id}',
  'POST /v1/experiments/{id}/end',
  'POST /v1/refunds/{id}/transfer',
  'GET /v1/refunds/{id}/transfer',
  'GET /v1/delistings',
  'POST /v1/delistings/{agreementId}/confirmation',
  'GET /v1/refunds',
  'POST /v1/refunds/{id}/confirmation',
  'GET /v1/ledger-entries',
  'GET /v1/agreements/{id}/ledger',
  'POST /v1/sign-in-challenges',
  'POST /v1/sessions',
  'DELETE /v1/sessions/current',
  'GET /v1/me',
  'GET /v1/me/events',
  'GET /v1/me/debts',
  'POST /v1/me/offer-sheets',
  'GET /v1/me/offer-sheets/{id}',
  'POST /v1/me/affordability',
  'POST /v1/me/agreements',
  'GET /v1/me/agreements',
  'GET /v1/me/agreements/{id}',
  'GET /v1/me/agreements/{id}/payments',
  'GET /v1/me/agreements/{id}/money-apart',
  'GET /v1/me/agreements/{id}/payments/{paymentId}/receipt.pdf',
  'GET /v1/me/agreements/{id}/term.pdf',
  'GET /v1/me/agreements/{id}/discharge.pdf',
  'POST /v1/me/agreements/{id}/signature-challenges',
  'POST /v1/me/agreements/{id}/signature',
  'POST /v1/me/agreements/{id}/withdrawal',
  'POST /v1/me/agreements/{id}/installments/{number}/charges',
  'POST /v1/me/agreements/{id}/amendment-quotes',
  'POST /v1/me/agreements/{id}/amendments',
  'POST /v1/me/agreements/{id}/amendments/{amendmentId}/signature',
  'POST /v1/me/agreements/{id}/amendments/{amendmentId}/charges',
  'GET /v1/me/agreements/{id}/amendments',
  'GET /v1/agreements/{id}/amendments',
  'GET /v1/me/agreements/{id}/installments/{number}/charges/{chargeId}/boleto.pdf',
  'PUT /v1/boleto-account',
  'GET /v1/boleto-account',
  'POST /v1/boleto-remittances',
  'GET /v1/boleto-remittances/{id}/file',
  'POST /v1/boleto-returns',
  'GET /v1/card-account',
  'PUT /v1/card-account',
  'DELETE /v1/card-account',
  'POST /v1/me/agreements/{id}/installments/{number}/card-checkouts',
  'GET /v1/messages',
  'GET /v1/messages/{id}',
  'POST /v1/contact-choices',
  'POST /v1/block-lists',
  'GET /v1/block-lists',
  'POST /v1/message-templates',
  'GET /v1/message-templates',
  'GET /v1/message-templates/{id}',
  'POST /v1/message-templates/{id}/publication',
  'POST /v1/message-templates/lint',
  'POST /v1/message-templates/{id}/preview',
  'POST /v1/message-templates/{id}/test-messages',
  'GET /v1/channel-accounts/{channel}',
  'PUT /v1/channel-accounts/{channel}',
  'DELETE /v1/channel-accounts/{channel}',
  'GET /v1/channel-accounts/whatsapp/templates',
  'POST /v1/channel-accounts/whatsapp/templates',
  'POST /v1/carrier-webhooks/{secret}',
  'GET /v1/carrier-webhooks/{secret}',
  'GET /v1/push-key',
  'POST /v1/bank-statements',
  'GET /v1/bank-statements',
  'GET /v1/bank-statements/{id}',
  'GET /v1/agreement-verifications/{code}',
  'PUT /v1/indices/{code}/{month}',
  'GET /v1/indices/{code}',
]

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...structuredClone(document) })
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every promised route is in the document', () => {
  expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual(expect.arrayContaining(ROUTES))
})

test('what stands outside /v1 answers too', async () => {
  for (const path of ['/docs/', '/livez', '/readyz', '/.well-known/jwks.json']) await http.get(path).expect(200)
})

test.each(operations)('$method $path says what it is for, who may call it and how it refuses', ({ path, tags, summary, security, responses }) => {
  const known = document.tags.map(({ name }) => name)
  expect(known).toEqual(expect.arrayContaining(tags ?? ['no tag']))
  expect(summary).toMatch(/^[A-Z].{3,80}[^.]$/)
  for (const refusal of ['4XX', '5XX']) expect(Object.keys(responses[refusal]?.content ?? {})).toEqual(['application/problem+json'])
  expect(security !== undefined).toBe(!PUBLIC.has(path))
})

// Where a caller has no credential yet, needs none, or signs what it sends.
const PUBLIC = new Set(['/v1/oauth/token', '/v1/sign-in-challenges', '/v1/sessions', '/v1/agreement-verifications/{code}', '/v1/message-links', '/v1/message-verifications/{code}', '/v1/unsubscriptions/{token}', '/v1/yearly-statement-verifications/{code}', '/v1/indices/{code}', '/v1/card-notices/{creditorId}', '/v1/carrier-webhooks/{secret}', '/v1/push-key'])

// With its limits on, as an installation runs: a limit stands at the same door.
const limited = (await startApp({ RATE_LIMIT: 'on' })).app.swagger() as object as Document

test.each([['without limits', document], ['with limits', limited]])('an operation of a creditor names the one scope that it asks for, %s', (_, told) => {
  const asked = operationsOf(told).flatMap(({ security }) => (security as Record<string, string[]>[] | undefined)?.flatMap(({ creditor }) => (creditor ? [creditor.length] : [])) ?? [])
  expect(asked.length).toBeGreaterThan(15)
  expect(new Set(asked)).toEqual(new Set([1]))
})

test('a paper is announced as a PDF, a list of refused lines as NDJSON, a file for a spreadsheet as CSV', () => {
  const media = (path: string) => Object.keys(document.paths[path]!['get']!.responses['200']!.content ?? {})
  expect(media('/v1/me/agreements/{id}/term.pdf')).toEqual(['application/pdf'])
  expect(media('/v1/me/agreements/{id}/discharge.pdf')).toEqual(['application/pdf'])
  expect(media('/v1/debt-imports/{id}/errors')).toEqual(['application/x-ndjson'])
  expect(media('/v1/simulations/{id}/results.csv')).toEqual(['text/csv'])
})
