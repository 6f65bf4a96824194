import { expect, test } from 'vitest'
import { formAgreement, signatureFor, situation } from '../builders/agreement.ts'
import { debtInput } from '../builders/debt.ts'
import { policyInput } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const who = await situation(testApp)
const agreement = await formAgreement(testApp, who)
const right = await signatureFor(testApp, who, agreement)

interface Ask {
  method?: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path?: string
  /** Sent as it is where it is text, else as JSON. */
  body?: string | object
  type?: string
  headers?: Record<string, string>
}

const DEBT = '/v1/debts/BAD-1'
const SIGNATURE = `/v1/me/agreements/${agreement.id}/signature`
const debt = (change: object): Ask => ({ method: 'put', path: DEBT, body: { ...debtInput(), ...change } })
const debtor = (change: object): Ask => debt({ debtor: { ...debtInput().debtor, ...change } })
const payment = (change: object): Ask => ({ path: '/v1/payments', body: { agreementId: agreement.id, amountCents: 100, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: 'BAD-1', ...change } })
const signature = (change: object): Ask => ({ path: SIGNATURE, body: { ...right, ...change } })
const ask = (path: string, method: Ask['method'] = 'get'): Ask => ({ path, method })
const UUID = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f'

test.each<[name: string, ask: Ask, status: number, code: string, field?: [pointer: string, code: string]]>([
  ['half a JSON', { body: '{"cpf": "529' }, 400, 'invalid_json'],
  ['an empty JSON', { body: '' }, 400, 'invalid_json'],
  ['a JSON that would change its own kind', { body: '{"cpf": "52998224725", "__proto__": {"admin": true}}' }, 400, 'invalid_json'],
  ['a JSON of a hundred thousand levels', { body: `{"cpf": ${'['.repeat(100_000)}${']'.repeat(100_000)}}` }, 400, 'invalid_request', ['/cpf', 'wrong_type']],
  ['a list for an object', { body: [] }, 400, 'invalid_request', ['', 'wrong_type']],
  ['nothing at all', { body: 'null' }, 400, 'invalid_request', ['', 'wrong_type']],
  ['a CPF as a number', { body: { cpf: 52998224725 } }, 400, 'invalid_request', ['/cpf', 'wrong_type']],
  ['a CPF with wrong check digits', { body: { cpf: '52998224724' } }, 400, 'invalid_request', ['/cpf', 'invalid_cpf']],
  ['an unknown field', { body: { cpf: '52998224725', admin: true } }, 400, 'invalid_request', ['/admin', 'unknown_field']],
  ['an unknown field deep inside', debtor({ score: 3 }), 400, 'invalid_request', ['/debtor/score', 'unknown_field']],
  ['a body too large', { body: { cpf: 'x'.repeat(300_000) } }, 413, 'body_too_large'],
  ['a media type that is not JSON', { body: 'cpf=52998224725', type: 'text/plain' }, 415, 'unsupported_media_type'],
  ['JSON where a file is wanted', { path: '/v1/debt-imports', body: {} }, 415, 'unsupported_media_type'],
  ['a route that is not there', ask('/v1/nothing'), 404, 'route_not_found'],
  ['a method that is not there', ask('/v1/debts', 'patch'), 404, 'route_not_found'],
  ['an id of another kind', ask(`/v1/agreements/debt_${UUID}`), 400, 'invalid_request', ['/id', 'wrong_format']],
  ['an id in capitals', ask(`/v1/agreements/agreement_${UUID.toUpperCase()}`), 400, 'invalid_request', ['/id', 'wrong_format']],
  ['an id that is SQL', ask(`/v1/agreements/${encodeURIComponent("agreement_' or 1=1 --")}`), 400, 'invalid_request', ['/id', 'wrong_format']],
  ['an id with a NUL', ask('/v1/debts/a%00b'), 400, 'invalid_request', ['/externalId', 'wrong_format']],
  ['an id without end', ask(`/v1/debts/${'a'.repeat(5_000)}`), 400, 'invalid_request'],
  ['an address that cannot be decoded', ask('/v1/debts/%E0%A4%A'), 400, 'invalid_request'],
  ['an id that is nobody’s', ask(`/v1/agreements/agreement_${UUID}`), 404, 'not_found'],
  ['a limit of no items', ask('/v1/debts?limit=0'), 400, 'invalid_request', ['/limit', 'too_small']],
  ['a limit of too many', ask('/v1/debts?limit=201'), 400, 'invalid_request', ['/limit', 'too_large']],
  ['a limit in words', ask('/v1/debts?limit=all'), 400, 'invalid_request', ['/limit', 'wrong_type']],
  ['a limit twice', ask('/v1/debts?limit=1&limit=2'), 400, 'invalid_request', ['/limit', 'wrong_type']],
  ['a status that is none', ask('/v1/debts?status=gone'), 400, 'invalid_request', ['/status', 'not_allowed']],
  ['an unknown filter', ask('/v1/debts?cpf=52998224725'), 400, 'invalid_request', ['/cpf', 'unknown_field']],
  ['a cursor that no list gave', ask('/v1/debts?cursor=abc'), 400, 'invalid_cursor'],
  ['negative money', debt({ principalCents: -1 }), 400, 'invalid_request', ['/principalCents', 'too_small']],
  ['no money', payment({ amountCents: 0 }), 400, 'invalid_request', ['/amountCents', 'too_small']],
  ['money with a fraction', debt({ principalCents: 980.5 }), 400, 'invalid_request', ['/principalCents', 'wrong_type']],
  ['money in text', debt({ principalCents: '98000' }), 400, 'invalid_request', ['/principalCents', 'wrong_type']],
  ['money beyond every debt', debt({ principalCents: 1e15 }), 400, 'invalid_request', ['/principalCents', 'too_large']],
  ['money beyond every number', { method: 'put', path: DEBT, body: JSON.stringify(debtInput()).replace('98000', '1e999') }, 400, 'invalid_request', ['/principalCents', 'too_large']],
  ['31 February', debt({ dueOn: '2026-02-31' }), 400, 'invalid_request', ['/dueOn', 'wrong_format']],
  ['29 February of a common year', debtor({ birthDate: '2001-02-29' }), 400, 'invalid_request', ['/debtor/birthDate', 'wrong_format']],
  ['an instant for a day', debt({ dueOn: '2026-03-10T00:00:00Z' }), 400, 'invalid_request', ['/dueOn', 'wrong_format']],
  ['a payment at no time', payment({ paidAt: 'yesterday' }), 400, 'invalid_request', ['/paidAt', 'wrong_format']],
  ['a NUL in a text', debt({ description: 'a\u0000b' }), 400, 'invalid_request', ['/description', 'wrong_format']],
  ['a NUL in a name', debtor({ name: 'a\u0000b' }), 400, 'invalid_request', ['/debtor/name', 'wrong_format']],
  ['half a character in a text', debt({ description: 'a\ud800b' }), 400, 'invalid_request', ['/description', 'wrong_format']],
  ['half a character in a policy', { path: '/v1/policies', body: policyInput({ name: 'a\udc00b' }) }, 400, 'invalid_request', ['/name', 'wrong_format']],
  ['a NUL in a policy', { path: '/v1/policies', body: policyInput({ name: 'a\u0000b' }) }, 400, 'invalid_request', ['/name', 'wrong_format']],
  ['an Idempotency-Key too long', { path: '/v1/policies', body: policyInput(), headers: { 'idempotency-key': 'k'.repeat(201) } }, 400, 'invalid_request'],
  ['an Idempotency-Key with a space', { path: '/v1/policies', body: policyInput(), headers: { 'idempotency-key': 'a b' } }, 400, 'invalid_request'],
  ['a changed term hash', signature({ termSha256: 'a'.repeat(64) }), 409, 'term_changed'],
  ['a signature without consent', signature({ accepted: 'true' }), 400, 'invalid_request', ['/accepted', 'not_allowed']],
  ['a code of letters', signature({ code: '12345a' }), 400, 'invalid_request', ['/code', 'wrong_format']],
])('%s is refused and leaves nothing behind', async (_name, { method = 'post', path = '/v1/debt-lookups', body, type = 'application/json', headers = {} }, status, code, field) => {
  const before = await rowCounts()
  const call = http[method](path).set({ authorization: who.creditor.bearer, cookie: who.cookie, ...headers })
  const answer = await (body === undefined ? call : call.type(type).send(typeof body === 'string' ? body : JSON.stringify(body)))
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(answer.body).toMatchObject({ type: `urn:repactua:error:${code}`, status, title: expect.any(String), detail: expect.any(String), action: expect.stringMatching(/\.$/), requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  if (field) expect(answer.body.errors).toContainEqual({ pointer: field[0], code: field[1], message: expect.stringMatching(/\.$/) })
  expect(await rowCounts()).toEqual(before)
})

test('words that look like SQL are only words', async () => {
  const description = `'; drop table debts; -- " \\ $1 %s {{7*7}} <script>`
  const put = await http.put(DEBT).set('authorization', who.creditor.bearer).send(debtInput({ description })).expect(201)
  expect(put.body.description).toBe(description)
  const read = await http.get(DEBT).set('authorization', who.creditor.bearer).expect(200)
  expect(read.body.description).toBe(description)
})

test('a key of 200 characters is still a key', async () => {
  const send = () => http.post('/v1/policies').set('authorization', who.creditor.bearer).set('idempotency-key', '~'.repeat(200)).send(policyInput())
  expect((await send().expect(201)).body.id).toBe((await send().expect(201)).body.id)
})

async function rowCounts(): Promise<Record<string, bigint>> {
  const tables = await rows<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const [counts] = await rows<Record<string, bigint>>(`select ${tables.map(({ name }) => `(select count(*) from ${name}) as ${name}`).join(', ')}`)
  return counts!
}
