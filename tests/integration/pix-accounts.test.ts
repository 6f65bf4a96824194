import { expect, test } from 'vitest'
import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import { connectAccount } from '@repactua/api/modules/pix-accounts/index.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { openPixAccount, pixCreditor } from '../builders/pix.ts'
import { startApp } from '../support/app.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const bank = await localBank({ clock: testApp.clock })
const rows = rowsOf(testApp.db)
const { bearer } = await makeCreditor(testApp)

const input: PixAccountInput = { baseUrl: 'https://localhost:1/api/v2', tokenUrl: 'https://localhost:1/oauth/token', clientId: 'loja', clientSecret: 'segredo', certificate: 'x', privateKey: 'x' }

const put = (body: object) => http.put('/v1/pix-account').set('authorization', bearer).send(body)

test('refuses papers that no connection could be made with, all mistakes at once', async () => {
  const { body } = await put({ ...input, bankCertificates: 'x' }).expect(422)
  expect(body.code).toBe('pix_account_invalid')
  expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/certificate', '/privateKey', '/bankCertificates'])
})

test.each(['http://banco.exemplo.test', 'https://usuario@banco.exemplo.test', 'ftp://x', 'https://'])('refuses the address %s', async (baseUrl) => {
  const { body } = await put({ ...input, baseUrl }).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/baseUrl' }])
})

test('who has set none reads none and has none to forget', async () => {
  await http.get('/v1/pix-account').set('authorization', bearer).expect(404)
  await http.delete('/v1/pix-account').set('authorization', bearer).expect(404)
  await http.get('/v1/pix-account').expect(401)
})

test('an account is shown without its secrets, which lie sealed, and the bank is reached', async () => {
  const { bearer: owner } = await pixCreditor(testApp, bank)
  const { body, text } = await http.get('/v1/pix-account').set('authorization', owner).expect(200)
  expect(body).toMatchObject({ baseUrl: bank.baseUrl, status: 'ready', problem: null, tellsPayments: false, certificateEndsOn: expect.stringMatching(/^20/) as string })
  expect(text).not.toMatch(/PRIVATE|BEGIN|ecret/)
  expect(JSON.stringify(await rows("select base_url, client_id, encode(secrets_sealed, 'escape') from pix_accounts"))).not.toMatch(/PRIVATE|CERTIFICATE/)
  expect(JSON.stringify(await rows("select data from outbox_events where type like 'pix_account%'"))).not.toMatch(/PRIVATE|ecret/)
})

test('the same again changes nothing, another secret is another account, and a bank that lets nobody in is told', async () => {
  const creditor = await makeCreditor(testApp, { pixKey: 'outra@exemplo.test' })
  const set = (body: object) => http.put('/v1/pix-account').set('authorization', creditor.bearer).send(body).expect(200)
  const account = await openPixAccount(bank, 'outra@exemplo.test')
  const first = await set(account)
  testApp.clock.advance(1_000)
  expect((await set(account)).body).toEqual(first.body)
  const changed = await set({ ...account, clientSecret: 'errado' })
  expect(changed.body.changedAt).not.toBe(first.body.changedAt)
  await connectAccount(testApp.platform, creditor)
  const { body } = await http.get('/v1/pix-account').set('authorization', creditor.bearer).expect(200)
  expect(body).toMatchObject({ status: 'refused', problem: expect.stringMatching(/^401/) as string })
})

test('a key that is not the certificate’s is refused', async () => {
  const [one, other] = [await openPixAccount(bank, 'um@exemplo.test'), await openPixAccount(bank, 'dois@exemplo.test')]
  const { body } = await put({ ...one, privateKey: other.privateKey }).expect(422)
  expect(body.errors).toMatchObject([{ pointer: '/privateKey' }])
})
