import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { creditorInput, makeCreditor, makeOperator } from '../builders/creditor.ts'

const testApp = await startApp()
const { http } = testApp

test('an operator makes a creditor, whose client gets a token by Basic or by form', async () => {
  const created = await http.post('/v1/creditors').set('authorization', await makeOperator(testApp)).send(creditorInput()).expect(201)
  const { clientId, clientSecret } = created.body.client
  expect(created.body.creditor.cnpj).toMatch(/^.{2}\..{3}\..{3}\/.{4}-\d{2}$/)
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'debts:read' }
  const token = await http.post('/v1/oauth/token').type('form').send(form).expect(200).expect('cache-control', 'no-store')
  expect(token.body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'debts:read' })
})

test('wrong numbers are all told at once, each with its field', async () => {
  const wrong = creditorInput({ tradeName: '商店', cnpj: '11.222.333/0001-82', phone: '(20) 91234-5678', pixKey: 'not a key' })
  const answer = await http.post('/v1/creditors').set('authorization', await makeOperator(testApp)).send(wrong).expect(400)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/tradeName', '/cnpj', '/phone', '/pixKey'])
})

test('the same CNPJ twice is refused, and the same Idempotency-Key twice is one creditor', async () => {
  const operator = await makeOperator(testApp)
  const body = creditorInput()
  const send = () => http.post('/v1/creditors').set('authorization', operator).set('idempotency-key', 'k-1').send(body)
  const [first, second] = [await send().expect(201), await send().expect(201)]
  expect(second.body).toEqual(first.body)
  expect(second.headers['idempotent-replayed']).toBe('true')
  const other = await http.post('/v1/creditors').set('authorization', operator).set('idempotency-key', 'k-1').send(creditorInput()).expect(422)
  expect(other.body.code).toBe('idempotency_key_reused')
  const again = await http.post('/v1/creditors').set('authorization', operator).send(body).expect(409)
  expect(again.body.code).toBe('creditor_exists')
})

test('parallel twins with one key do the work once', async () => {
  const operator = await makeOperator(testApp)
  const body = creditorInput()
  const send = () => http.post('/v1/creditors').set('authorization', operator).set('idempotency-key', 'twins').send(body)
  const answers = await Promise.all(Array.from({ length: 6 }, send))
  const created = answers.filter(({ status }) => status === 201).map((answer) => answer.body.creditor.id as string)
  expect(new Set(created).size).toBe(1)
  for (const { status, body: problem } of answers) if (status !== 201) expect(problem.code).toBe('idempotency_in_flight')
})

test('a creditor makes no creditors, and nobody without a token does', async () => {
  const { bearer } = await makeCreditor(testApp)
  const refused = await http.post('/v1/creditors').set('authorization', bearer).send(creditorInput()).expect(403)
  expect(refused.body.code).toBe('scope_missing')
  await http.post('/v1/creditors').send(creditorInput()).expect(401)
  await http.post('/v1/creditors').set('authorization', 'Bearer x.y.z').send(creditorInput()).expect(401)
})

test.each([
  ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
  ['an id that is none', { client_id: "'; drop table creditors" }, 401, 'invalid_client'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['a scope that is not its own', { scope: 'creditors:write' }, 400, 'invalid_scope'],
])('the token endpoint refuses %s as RFC 6749 says', async (_name, change, status, code) => {
  const { clientId, clientSecret } = await makeCreditor(testApp)
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...change }
  const answer = await http.post('/v1/oauth/token').type('form').send(form).expect(status)
  expect(answer.body).toMatchObject({ error: code, code })
})

test('the public key of the tokens is published, and the private one is not', async () => {
  const { body } = await http.get('/.well-known/jwks.json').expect(200)
  expect(body.keys).toHaveLength(1)
  expect(body.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' })
  expect(body.keys[0]).not.toHaveProperty('d')
})
