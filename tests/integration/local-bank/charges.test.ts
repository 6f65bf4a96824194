import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { beforeAll, expect, test } from 'vitest'
import { bankCustomer, webhookDoor, type BankCustomer } from '../../support/bank-customer.ts'
import { localBank } from '../../support/local-bank.ts'
import { createMovableClock } from '../../support/movable-clock.ts'

const KEY = '8f3b6c1e-2d4a-4e7f-9b05-6a1c7d2e3f40'
const HOLDER = { cnpj: '58900633120711', nome: 'Empresa de Exemplo SA', nomeFantasia: 'Lojas Exemplo', logradouro: 'Rua de Exemplo, 100', cidade: 'São Paulo', uf: 'SP', cep: '01000000' }
const BODY = {
  calendario: { dataDeVencimento: '2026-12-10', validadeAposVencimento: 30 },
  devedor: { cpf: '52998224725', nome: 'Marina Alves Teixeira' },
  valor: { original: '100.00', multa: { modalidade: 2, valorPerc: '2.00' }, juros: { modalidade: 3, valorPerc: '1.00' } },
  chave: KEY,
}

const clock = createMovableClock(new Date('2026-11-21T15:00:00.000Z'))
const bank = await localBank({ clock })
const door = await webhookDoor(bank)
let customer: BankCustomer
let charges = 0

beforeAll(async () => {
  customer = await bankCustomer(await bank.openAccount({ holder: HOLDER, keys: [KEY] }))
  await customer.call('PUT', `/webhook/${KEY}`, { webhookUrl: `${door.url}/pix-webhooks/secret` })
})

test('a charge is made, read, paid once, and told', async () => {
  const txid = nextTxid()
  const made = await customer.call('PUT', `/cobv/${txid}`, BODY)
  expect(made).toMatchObject({ status: 201, body: { txid, revisao: 0, status: 'ATIVA', valor: BODY.valor, recebedor: HOLDER, calendario: { criacao: '2026-11-21T15:00:00.000Z', dataDeVencimento: '2026-12-10' } } })
  expect(parseBrCode(String(made.body['pixCopiaECola']))).toMatchObject({ url: made.body['location'], merchantName: 'Lojas Exemplo', merchantCity: 'Sao Paulo', txid: '***' })
  const pix = await bank.pay({ code: String(made.body['pixCopiaECola']) })
  expect(pix).toMatchObject({ txid, valor: '100.00', componentesValor: { original: { valor: '100.00' } } })
  expect(await door.next(1)).toEqual([{ path: '/pix-webhooks/secret/pix', body: { pix: [expect.objectContaining({ endToEndId: pix.endToEndId, txid })] } }])
  expect(await customer.call('GET', `/cobv/${txid}`)).toMatchObject({ status: 200, body: { status: 'CONCLUIDA', pix: [{ endToEndId: pix.endToEndId }] } })
  expect(await customer.call('GET', `/pix/${pix.endToEndId}`)).toMatchObject({ status: 200, body: { valor: '100.00', chave: KEY } })
  await expect(bank.pay({ txid })).rejects.toThrow('charge_not_open')
})

test('the same charge again changes nothing, another body is a revision, and a revision can be read', async () => {
  const txid = nextTxid()
  const made = await customer.call('PUT', `/cobv/${txid}`, BODY)
  expect((await customer.call('PUT', `/cobv/${txid}`, BODY)).body).toEqual(made.body)
  expect(await customer.call('PUT', `/cobv/${txid}`, { ...BODY, valor: { original: '90.00' } })).toMatchObject({ status: 201, body: { revisao: 1, valor: { original: '90.00' } } })
  expect(await customer.call('PATCH', `/cobv/${txid}`, { calendario: { dataDeVencimento: '2026-12-11' } })).toMatchObject({ status: 200, body: { revisao: 2, valor: { original: '90.00' } } })
  expect(await customer.call('GET', `/cobv/${txid}?revisao=0`)).toMatchObject({ status: 200, body: { revisao: 0, valor: { original: '100.00' } } })
  expect(await customer.call('GET', `/cobv/${txid}?revisao=9`)).toMatchObject({ status: 400, body: { type: problemType('CobVConsultaInvalida') } })
})

test('a removed charge is neither paid nor revised, and is not removed with other changes', async () => {
  const txid = nextTxid()
  await customer.call('PUT', `/cobv/${txid}`, BODY)
  const removal = { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }
  expect(await customer.call('PATCH', `/cobv/${txid}`, { ...removal, valor: { original: '1.00' } })).toMatchObject({ status: 400, body: { type: problemType('CobVOperacaoInvalida') } })
  expect(await customer.call('PATCH', `/cobv/${txid}`, removal)).toMatchObject({ status: 200, body: { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR', revisao: 1 } })
  expect(await customer.call('PATCH', `/cobv/${txid}`, { valor: { original: '1.00' } })).toMatchObject({ status: 400 })
  await expect(bank.pay({ txid })).rejects.toThrow('charge_not_open')
  expect(await bank.pay({ txid, force: true })).toMatchObject({ txid, valor: '100.00' })
  await door.next(1)
})

test('a charge is listed by the span in which it was made, page by page', async () => {
  const span = 'inicio=2026-11-21T00:00:00Z&fim=2026-11-22T00:00:00Z'
  const first = await customer.call<{ cobs: { txid: string }[]; parametros: unknown }>('GET', `/cobv?${span}&paginacao.itensPorPagina=2`)
  expect(first.body.cobs.map(({ txid }) => txid)).toEqual([txidOf(1), txidOf(2)])
  expect(first.body.parametros).toMatchObject({ paginacao: { paginaAtual: 0, itensPorPagina: 2, quantidadeDePaginas: 2, quantidadeTotalDeItens: 3 } })
  expect(await customer.call('GET', `/cobv?${span}&status=CONCLUIDA`)).toMatchObject({ body: { cobs: [{ txid: txidOf(1) }] } })
  expect(await customer.call('GET', '/cobv?inicio=2026-11-22T00:00:00Z&fim=2026-11-21T00:00:00Z')).toMatchObject({ status: 400, body: { type: problemType('CobVConsultaInvalida'), violacoes: [{ propriedade: 'fim' }] } })
})

test('what is not there, and another account\'s, is not found', async () => {
  const other = await bankCustomer(await bank.openAccount({ holder: { ...HOLDER, cnpj: '28765007802371' }, keys: ['outra@exemplo.test'] }))
  expect(await other.call('GET', `/cobv/${txidOf(1)}`)).toMatchObject({ status: 404, body: { type: problemType('CobVNaoEncontrada') } })
  expect(await customer.call('GET', '/lotecobv/1')).toMatchObject({ status: 404, body: { type: problemType('NaoEncontrado') } })
  await expect(bank.openAccount({ holder: { ...HOLDER, cnpj: '56989000019533' }, keys: [KEY] })).rejects.toThrow('A chave pertence a outra conta')
})

test('a late charge costs its fine and interest, and cannot be paid once its days are over', async () => {
  const txid = nextTxid()
  await customer.call('PUT', `/cobv/${txid}`, BODY)
  clock.moveTo('2026-12-20T15:00:00.000Z')
  customer = await bankCustomer(await bank.openAccount({ holder: HOLDER, keys: [KEY] }))
  expect(await bank.pay({ txid })).toMatchObject({ valor: '102.33', componentesValor: { original: { valor: '100.00' }, multa: { valor: '2.00' }, juros: { valor: '0.33' } } })
  const second = nextTxid()
  await customer.call('PUT', `/cobv/${second}`, { ...BODY, calendario: { dataDeVencimento: '2026-12-20', validadeAposVencimento: 0 } })
  clock.moveTo('2026-12-22T15:00:00.000Z')
  await expect(bank.pay({ txid: second })).rejects.toThrow('charge_out_of_days')
})

function nextTxid(): string {
  return txidOf((charges += 1))
}

function txidOf(number: number): string {
  return `charge${String(number).padStart(20, '0')}`
}

function problemType(name: string): string {
  return `https://pix.bcb.gov.br/api/v2/error/${name}`
}
