import { expect, test } from 'vitest'
import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp
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
