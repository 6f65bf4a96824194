import { request } from 'node:https'
import { expect, test } from 'vitest'
import { bankCustomer, send } from '../../support/bank-customer.ts'
import { localBank } from '../../support/local-bank.ts'
import { createMovableClock } from '../../support/movable-clock.ts'

const HOLDER = { cnpj: '58900633120711', nome: 'Empresa de Exemplo SA', logradouro: 'Rua de Exemplo, 100', cidade: 'São Paulo', uf: 'SP', cep: '01000000' }
const clock = createMovableClock(new Date('2026-11-21T15:00:00.000Z'))
const bank = await localBank({ clock })
const access = await bank.openAccount({ holder: HOLDER, keys: ['a@exemplo.test'] })
const reader = { ...(await bank.openAccount({ holder: { ...HOLDER, cnpj: '28765007802371' }, keys: ['b@exemplo.test'], scopes: ['cobv.read'] })) }
const PATH = '/cobv/charge00000000000000000000'

test('the same holder has one account, whose key may be added to', async () => {
  expect(await bank.openAccount({ holder: HOLDER, keys: ['a@exemplo.test'] })).toEqual(access)
})

test('without a certificate of this bank there is no handshake', async () => {
  await expect(new Promise((resolve, reject) => request(access.tokenUrl, { method: 'POST', ca: access.bankCertificates, agent: false }, resolve).on('error', reject).end())).rejects.toThrow()
})

test('a token asks for the right secret, the right certificate and scopes that are there', async () => {
  await expect(bankCustomer({ ...access, clientSecret: 'wrong' })).rejects.toThrow('invalid_client')
  await expect(bankCustomer({ ...access, certificate: reader.certificate, privateKey: reader.privateKey })).rejects.toThrow('invalid_client')
  const customer = await bankCustomer(reader)
  await expect(customer.token('cobv.write')).rejects.toThrow('invalid_scope')
  expect(await send(access, 'POST', access.tokenUrl, {}, 'grant_type=password')).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } })
})

test('a scope that the token lacks is refused', async () => {
  const customer = await bankCustomer(reader)
  expect(await customer.call('PUT', PATH, {})).toMatchObject({ status: 403, headers: { 'content-type': 'application/problem+json' }, body: { type: 'https://pix.bcb.gov.br/api/v2/error/AcessoNegado', status: 403 } })
  expect(await customer.call('GET', PATH)).toMatchObject({ status: 404 })
})

test('a token ends, and is nobody else\'s', async () => {
  const customer = await bankCustomer(access)
  const bearer = await customer.token()
  expect(await send(reader, 'GET', `${access.baseUrl}${PATH}`, { authorization: `Bearer ${bearer}` })).toMatchObject({ status: 401 })
  clock.advance(299_000)
  expect(await customer.call('GET', PATH)).toMatchObject({ status: 404 })
  clock.advance(2_000)
  expect(await customer.call('GET', PATH)).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
})

test('another site can turn no knob and send no form', async () => {
  const json = { 'content-type': 'application/json' }
  const faults = (headers: Record<string, string>) => fetch(`${bank.pageUrl}/local/faults`, { method: 'PUT', headers, body: '{}' })
  expect((await faults({ ...json, origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await faults({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await faults(json)).status).toBe(200)
})
