import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '@repactua/api/app.ts'
import { readConfig } from '@repactua/api/config.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { formAgreement, signedAgreement, situation } from '../builders/agreement.ts'
import { makeDraft } from '../builders/policy.ts'
import { codeFor } from '../builders/person.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp
const [mine, theirs] = [await situation(testApp), await situation(testApp)]

test('every answer carries the headers that keep a browser safe', async () => {
  for (const path of ['/v1/me', '/openapi.json', '/nothing']) {
    const { headers } = await http.get(path)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*object-src 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('what is somebody’s own is kept by no cache', async () => {
  const agreement = await signedAgreement(testApp, mine)
  const own = ['/v1/me', '/v1/me/debts', '/v1/me/agreements', `/v1/me/agreements/${agreement.id}`, `/v1/me/agreements/${agreement.id}/term.pdf`]
  for (const path of own) expect([path, (await http.get(path).set('cookie', mine.cookie).expect(200)).headers['cache-control']]).toEqual([path, 'no-store'])
  const debts = await http.get('/v1/debts').set('authorization', mine.creditor.bearer).expect(200)
  expect(debts.headers['cache-control']).toBe('no-store')
})

test('the session lives in a cookie that no script reads and no other site sends', async () => {
  expect(await cookieOf('http://localhost:3000')).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(await cookieOf('https://acordos.exemplo.test')).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

async function cookieOf(publicUrl: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-cookie-'))
  const config = readConfig({ DATABASE_URL: testApp.db.appUrl, SMTP_URL: 'smtp://127.0.0.1:1', RATE_LIMIT: 'off', DATA_DIR: dataDir, PUBLIC_URL: publicUrl })
  const app = await buildApp(config, testApp.platform, createLogger('silent'))
  await app.ready()
  afterAll(async () => {
    await app.close()
    rmSync(dataDir, { recursive: true })
  })
  const elsewhere = supertest(app.server)
  const { body } = await elsewhere.post('/v1/sign-in-challenges').send({ cpf: theirs.cpf }).expect(202)
  const opened = await elsewhere.post('/v1/sessions').send({ challengeId: body.challengeId, code: await codeFor(testApp, body.challengeId as string) }).expect(201)
  return opened.get('Set-Cookie')![0]!
}

test('a session that was changed, or a token in its place, opens nothing', async () => {
  const [name, token] = mine.cookie.split('=') as [string, string]
  const changed = (token[0] === 'A' ? 'B' : 'A') + token.slice(1)
  for (const cookie of [`${name}=${changed}`, `${name}=`, `${name}=${mine.creditor.bearer.slice(7)}`]) await http.get('/v1/me').set('cookie', cookie).expect(401)
  await http.get('/v1/me').set('authorization', mine.creditor.bearer).expect(401)
  await http.get('/v1/debts').set('cookie', mine.cookie).expect(401)
})

test.each([
  ['without a signature', (claims: object) => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`],
  ['signed by the public key as if it were a secret', (claims: object) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.AAAA`],
  ['of another installation', (claims: object) => foreignToken(claims)],
])('a token %s opens nothing', async (_name, forge) => {
  const claims = JSON.parse(Buffer.from(mine.creditor.bearer.split('.')[1]!, 'base64url').toString()) as object
  const answer = await http.get('/v1/debts').set('authorization', `Bearer ${forge(claims)}`).expect(401)
  expect(answer.body.code).toBe('token_required')
})

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function foreignToken(claims: object): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return testApp.app.jwt.sign(claims as never, { key: pem, algorithm: 'EdDSA' } as never)
}

test('what is another creditor’s is not there', async () => {
  const agreement = await formAgreement(testApp, theirs)
  const policy = await makeDraft(testApp, theirs.creditor)
  const imported = await http.post('/v1/debt-imports').set('authorization', theirs.creditor.bearer).type('application/x-ndjson').send('{}\n').expect(202)
  const payment = { agreementId: agreement.id, amountCents: 1, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: 'x' }
  const asks: [method: 'get' | 'post', path: string, body?: object][] = [
    ['get', `/v1/debts/${theirs.debt.externalId}`],
    ['post', `/v1/debts/${theirs.debt.externalId}/withdrawal`, { reason: 'error' }],
    ['get', `/v1/debt-imports/${imported.body.id}`],
    ['get', `/v1/debt-imports/${imported.body.id}/errors`],
    ['get', `/v1/policies/${policy.id}`],
    ['post', `/v1/policies/${policy.id}/publication`],
    ['post', '/v1/offer-sheets', { cpf: theirs.cpf, debtExternalIds: [theirs.debt.externalId] }],
    ['get', `/v1/agreements/${agreement.id}`],
    ['post', `/v1/agreements/${agreement.id}/cancellation`, { reason: 'error' }],
    ['post', '/v1/payments', payment],
  ]
  for (const [method, path, body] of asks) {
    const answer = await http[method](path).set('authorization', mine.creditor.bearer).send(body)
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found'])
  }
  const found = await http.post('/v1/debt-lookups').set('authorization', mine.creditor.bearer).send({ cpf: theirs.cpf }).expect(200)
  expect(found.body).toEqual({ debtor: null, debts: [] })
})

test('what is another person’s is not there', async () => {
  const agreement = await formAgreement(testApp, theirs)
  const asks: [method: 'get' | 'post', path: string, body?: object][] = [
    ['post', '/v1/me/offer-sheets', { debtIds: [theirs.debt.id] }],
    ['get', `/v1/me/offer-sheets/${agreement.offerSheetId}`],
    ['post', '/v1/me/agreements', { offerSheetId: agreement.offerSheetId, optionId: 'cash' }],
    ['get', `/v1/me/agreements/${agreement.id}`],
    ['get', `/v1/me/agreements/${agreement.id}/term.pdf`],
    ['post', `/v1/me/agreements/${agreement.id}/signature-challenges`],
    ['post', `/v1/me/agreements/${agreement.id}/installments/1/charges`, { method: 'pix' }],
  ]
  for (const [method, path, body] of asks) {
    const answer = await http[method](path).set('cookie', mine.cookie).send(body)
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found'])
  }
})
