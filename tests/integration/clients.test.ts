import type { Client } from '@repactua/shared/contract/creditors.ts'
import { expect, test } from 'vitest'
import { secondClient } from '../builders/client.ts'
import { makeCreditor, makeOperator, tokenFor, type TestCreditor } from '../builders/creditor.ts'
import { makeDraft } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)

const create = ({ bearer }: TestCreditor, body: object) => http.post('/v1/clients').set('authorization', bearer).send(body)
const revoke = ({ bearer }: TestCreditor, id: string) => http.delete(`/v1/clients/${id}`).set('authorization', bearer)
const list = async ({ bearer }: TestCreditor, query = '') => (await http.get(`/v1/clients${query}`).set('authorization', bearer).expect(200)).body as { data: Client[]; nextCursor: string | null }

test('a second client gets tokens of its own; its secret is shown once and kept nowhere in clear', async () => {
  const creditor = await makeCreditor(testApp)
  testApp.clock.advance(1_000)
  const { body } = await create(creditor, { name: 'Painel', scopes: ['policies:read', 'policies:write'] }).expect(201)
  const createdAt = testApp.clock.now().toISOString()
  expect(body).toEqual({ id: expect.stringMatching(/^client_/), name: 'Painel', scopes: ['policies:read', 'policies:write'], createdAt, revokedAt: null, clientSecret: expect.any(String) })
  const bearer = await tokenFor(testApp, body.id as string, body.clientSecret as string)
  await http.get('/v1/policies').set('authorization', bearer).expect(200)
  await http.get('/v1/debts').set('authorization', bearer).expect(403)
  const { data } = await list(creditor)
  expect(data.map(({ name }) => name)).toEqual(['Painel', 'Lojas Aurora'])
  expect(JSON.stringify(data)).not.toContain(body.clientSecret)
  const [trail] = await rows('select action, actor, subject from audit_entries where creditor_id = $1', [creditor.creditorId])
  expect(trail).toEqual({ action: 'client.created', actor: creditor.clientId, subject: body.id })
})

test('scopes are never wider than those of the token that asks', async () => {
  const creditor = await makeCreditor(testApp)
  const narrow = await secondClient(testApp, creditor, ['clients:write', 'policies:read'])
  await create(narrow, { name: 'Igual', scopes: ['policies:read'] }).expect(201)
  expect((await create(narrow, { name: 'Mais', scopes: ['policies:read', 'policies:write'] }).expect(400)).body.code).toBe('invalid_scope')
  const form = { grant_type: 'client_credentials', scope: 'clients:write' }
  const { body } = await http.post('/v1/oauth/token').auth(creditor.clientId, creditor.clientSecret).type('form').send(form).expect(200)
  expect((await create({ ...creditor, bearer: `Bearer ${body.access_token}` }, { name: 'Mais', scopes: ['debts:read'] }).expect(400)).body.code).toBe('invalid_scope')
})

test.each([
  ['an operator’s scope', { name: 'x', scopes: ['creditors:write'] }, '/scopes/0'],
  ['no scope', { name: 'x', scopes: [] }, '/scopes'],
  ['a scope twice', { name: 'x', scopes: ['debts:read', 'debts:read'] }, '/scopes'],
  ['no name', { scopes: ['debts:read'] }, '/name'],
])('the schema refuses %s', async (_name, body, pointer) => {
  const answer = await create(await makeCreditor(testApp), body).expect(400)
  expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer }] })
})

test('a revoked client gets no token any more; twice is as once', async () => {
  const creditor = await makeCreditor(testApp)
  const second = await secondClient(testApp, creditor)
  await revoke(creditor, second.clientId).expect(204)
  await revoke(creditor, second.clientId).expect(204)
  const form = { grant_type: 'client_credentials' }
  await http.post('/v1/oauth/token').auth(second.clientId, second.clientSecret).type('form').send(form).expect(401)
  expect((await list(creditor)).data.find(({ id }) => id === second.clientId)?.revokedAt).toBe(testApp.clock.now().toISOString())
  expect((await create(second, { name: 'x', scopes: ['debts:read'] }).expect(401)).body.code).toBe('token_required')
  expect(await rows("select from audit_entries where creditor_id = $1 and action = 'client.revoked'", [creditor.creditorId])).toHaveLength(1)
})

test('a client does not revoke itself, nor another creditor’s, nor an operator', async () => {
  const [creditor, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  expect((await revoke(creditor, creditor.clientId).expect(409)).body.code).toBe('own_client')
  expect((await revoke(creditor, other.clientId).expect(404)).body.code).toBe('not_found')
  expect((await list(other)).data).toHaveLength(1)
  await http.get('/v1/clients').set('authorization', await makeOperator(testApp)).expect(403)
})

test('two that revoke each other at once: one of them is left', async () => {
  const first = await makeCreditor(testApp)
  const second = await secondClient(testApp, first)
  const answers = await Promise.all([revoke(first, second.clientId), revoke(second, first.clientId)])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 401])
  expect(await rows('select from oauth_clients where creditor_id = $1 and revoked_at is null', [first.creditorId])).toHaveLength(1)
})

test('the same Idempotency-Key makes one client, and the list goes on where the page ended', async () => {
  const creditor = await makeCreditor(testApp)
  const send = () => create(creditor, { name: 'Painel', scopes: ['debts:read'] }).set('idempotency-key', 'client-1').expect(201)
  const [first, second] = [await send(), await send()]
  expect(second.body).toEqual(first.body)
  const page = await list(creditor, '?limit=1')
  expect(page.data).toHaveLength(1)
  expect((await list(creditor, `?limit=1&cursor=${page.nextCursor}`)).nextCursor).toBeNull()
})

test('a client that was revoked publishes nothing with the token that it still has', async () => {
  const creditor = await makeCreditor(testApp)
  const gone = await secondClient(testApp, creditor)
  const draft = await makeDraft(testApp, gone)
  await revoke(creditor, gone.clientId).expect(204)
  expect((await http.post(`/v1/policies/${draft.id}/publication`).set('authorization', gone.bearer).expect(401)).body.code).toBe('token_required')
})
