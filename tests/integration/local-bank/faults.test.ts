import { parseBrCode, staticBrCode, writeBrCode } from '@repactua/api/core/pix/br-code.ts'
import { writeTlv } from '@repactua/api/core/pix/tlv.ts'
import { beforeEach, expect, test } from 'vitest'
import { bankCustomer, webhookDoor } from '../../support/bank-customer.ts'
import { localBank } from '../../support/local-bank.ts'

const KEY = 'a@exemplo.test'
const HOLDER = { cnpj: '58900633120711', nome: 'Empresa de Exemplo SA', logradouro: 'Rua de Exemplo, 100', cidade: 'São Paulo', uf: 'SP', cep: '01000000' }
const BODY = { calendario: { dataDeVencimento: '2099-12-10' }, devedor: { cpf: '52998224725', nome: 'Marina' }, valor: { original: '100.00' }, chave: KEY }
const bank = await localBank()
const door = await webhookDoor(bank)
const customer = await bankCustomer(await bank.openAccount({ holder: HOLDER, keys: [KEY] }))
await customer.call('PUT', `/webhook/${KEY}`, { webhookUrl: door.url })
let charges = 0

beforeEach(() => bank.setFaults({}))

test('a bank that is busy or closed says when to come back, as often as it was told', async () => {
  await bank.setFaults({ requests: [{ kind: 'too_many', retryAfterSeconds: 7 }, { kind: 'unavailable', path: '/api/cobv', method: 'PUT' }] })
  expect(await customer.call('GET', '/pix/x')).toMatchObject({ status: 429, headers: { 'retry-after': '7' } })
  expect(await customer.call('GET', '/pix/x')).toMatchObject({ status: 404 })
  expect(await charge()).toMatchObject({ status: 503 })
  expect(await charge()).toMatchObject({ status: 201 })
})

test('an answer that is lost was an act all the same', async () => {
  await bank.setFaults({ requests: [{ kind: 'lost_answer', method: 'PUT' }] })
  const txid = nextTxid()
  await expect(charge(txid)).rejects.toThrow()
  expect(await customer.call('GET', `/cobv/${txid}`)).toMatchObject({ status: 200 })
  expect(await charge(txid)).toMatchObject({ status: 201, body: { revisao: 0 } })
})

test('news comes twice, late and out of order, and what is lost stands in the list', async () => {
  const [first, second] = [nextTxid(), nextTxid()]
  await charge(first)
  await charge(second)
  await bank.setFaults({ webhooks: { held: true, copies: 2 } })
  await bank.pay({ txid: first })
  await bank.pay({ txid: second })
  expect(await bank.releaseWebhooks('last')).toBe(4)
  expect(JSON.stringify(await door.next(4)).match(/charge\d+/g)).toEqual([second, second, first, first])
  await bank.setFaults({ webhooks: { lost: true } })
  const third = nextTxid()
  await charge(third)
  const { endToEndId } = await bank.pay({ txid: third, payer: { cnpj: '28765007802371', nome: 'Outra Empresa' } })
  const span = `inicio=2020-01-01T00:00:00Z&fim=2098-01-01T00:00:00Z`
  expect(await customer.call('GET', `/pix?${span}&cnpj=28765007802371`)).toMatchObject({ body: { pix: [{ endToEndId }] } })
  expect(await customer.call('GET', `/pix?${span}&paginacao.itensPorPagina=2&paginacao.paginaAtual=1`)).toMatchObject({ body: { pix: [{ txid: third }], parametros: { paginacao: { quantidadeDePaginas: 2 } } } })
})

test('a static code is paid to whoever has the key, here or elsewhere, and only what has a txid is told', async () => {
  const code = (key: string, txid: string): string => writeBrCode(parseBrCode(staticBrCode({ key, merchantName: 'A', merchantCity: 'B', amountCents: 500n, txid: 'X1' }))!.fields.map((field) => (field.id === '62' ? { id: '62', value: writeTlv([{ id: '05', value: txid }]) } : field)))
  const told = await bank.pay({ code: code(KEY, 'parcela1') })
  expect(told).toMatchObject({ valor: '5.00', txid: 'parcela1', chave: KEY })
  expect(await door.next(1)).toMatchObject([{ body: { pix: [{ endToEndId: told.endToEndId }] } }])
  const silent = await bank.pay({ code: code(KEY, '***'), amountCents: 700 })
  expect(silent).toMatchObject({ valor: '7.00' })
  expect(silent.txid).toBeUndefined()
  expect(await customer.call('GET', `/pix/${silent.endToEndId}`)).toMatchObject({ status: 200 })
  expect(await bank.pay({ code: code('elsewhere@exemplo.test', 'x') })).toMatchObject({ clientId: null })
  await expect(bank.pay({ code: code(KEY, 'x').replace('5.00', '6.00') })).rejects.toThrow('code_unreadable')
})

test('money goes back once, no more than came, and a refusal of the payer\'s bank is told', async () => {
  const txid = nextTxid()
  await charge(txid)
  const { endToEndId } = await bank.pay({ txid })
  await door.next(1)
  const path = `/pix/${endToEndId}/devolucao/`
  expect(await customer.call('PUT', `${path}d1`, { valor: '40.00' })).toMatchObject({ status: 201, body: { id: 'd1', valor: '40.00', status: 'EM_PROCESSAMENTO' } })
  expect(await door.next(1)).toMatchObject([{ body: { pix: [{ endToEndId, devolucoes: [{ id: 'd1', status: 'DEVOLVIDO' }] }] } }])
  expect(await customer.call('GET', `${path}d1`)).toMatchObject({ status: 200, body: { status: 'DEVOLVIDO' } })
  const refused = { status: 400, body: { type: 'https://pix.bcb.gov.br/api/v2/error/PixDevolucaoInvalida' } }
  expect(await customer.call('PUT', `${path}d1`, { valor: '1.00' })).toMatchObject(refused)
  expect(await customer.call('PUT', `${path}d2`, { valor: '60.01' })).toMatchObject(refused)
  await bank.setFaults({ refuseReturns: true })
  await customer.call('PUT', `${path}d3`, { valor: '60.00' })
  expect(await door.next(1)).toMatchObject([{ body: { pix: [{ devolucoes: [{ id: 'd1' }, { id: 'd3', status: 'NAO_REALIZADO' }] }] } }])
  expect(await bank.reverse({ endToEndId })).toMatchObject({ devolucoes: [{}, {}, { natureza: 'MED_FRAUDE', valor: '60.00' }] })
  await expect(bank.reverse({ endToEndId })).rejects.toThrow('amount_too_high')
})

function charge(txid = nextTxid()) {
  return customer.call('PUT', `/cobv/${txid}`, BODY)
}

function nextTxid(): string {
  charges += 1
  return `charge${String(charges).padStart(20, '0')}`
}
