import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { beforeEach, expect, test } from 'vitest'
import { bankCustomer, webhookDoor, type BankCustomer } from '../../support/bank-customer.ts'
import { localBank } from '../../support/local-bank.ts'
import { createMovableClock } from '../../support/movable-clock.ts'

const KEY = 'a@exemplo.test'
const HOLDER = { cnpj: '58900633120711', nome: 'Empresa de Exemplo SA', logradouro: 'Rua de Exemplo, 100', cidade: 'São Paulo', uf: 'SP', cep: '01000000' }
const REC = {
  vinculo: { contrato: 'AC-1', objeto: 'Acordo AC-1', devedor: { cpf: '52998224725', nome: 'Marina Alves Teixeira' } },
  calendario: { dataInicial: '2026-12-10', dataFinal: '2027-03-10', periodicidade: 'MENSAL' },
  valor: { valorRec: '89.90' },
  politicaRetentativa: 'PERMITE_3R_7D',
}
const DEBIT = { calendario: { dataDeVencimento: '2026-12-10' }, valor: { original: '89.90' }, ajusteDiaUtil: true, recebedor: { conta: '12345', agencia: '0001', tipoConta: 'CORRENTE' } }

const clock = createMovableClock(new Date('2026-11-21T15:00:00.000Z'))
const bank = await localBank({ clock })
const door = await webhookDoor(bank)
const access = await bank.openAccount({ holder: HOLDER, keys: [KEY] })
let customer: BankCustomer
let txids = 0

beforeEach(async () => {
  clock.moveTo('2026-11-21T15:00:00.000Z')
  await bank.setFaults({})
  customer = await bankCustomer(access)
  for (const about of ['rec', 'cobr']) await customer.call('PUT', `/webhook${about}`, { webhookUrl: door.url })
})

test('a person gives leave from a code, is debited on the day, and takes leave back', async () => {
  const { body: location } = await customer.call('POST', '/locrec')
  const idRec = await recurrence({ ...REC, loc: location['id'] })
  const { body: shown } = await customer.call<{ dadosQR: { pixCopiaECola: string } }>('GET', `/rec/${idRec}`)
  expect(shown).toMatchObject({ status: 'CRIADA', ativacao: { tipoJornada: 'AGUARDANDO_DEFINICAO' }, dadosQR: { jornada: 'JORNADA_2' } })
  expect(parseBrCode(shown.dadosQR.pixCopiaECola)).toMatchObject({ url: null, recurrenceUrl: location['location'] })
  await bank.answerRecurrence({ idRec, answer: 'authorise' })
  expect(await door.next(1)).toMatchObject([{ path: '/rec', body: { recs: [{ idRec, status: 'APROVADA', ativacao: { tipoJornada: 'JORNADA_2' } }] } }])
  const txid = nextTxid()
  expect(await customer.call('PUT', `/cobr/${txid}`, { idRec, ...DEBIT })).toMatchObject({ status: 201, body: { status: 'ATIVA', tentativas: [{ dataLiquidacao: '2026-12-10', tipo: 'AGND', status: 'AGENDADA' }] } })
  expect(await door.next(1)).toMatchObject([{ path: '/cobr', body: { cobsr: [{ txid, status: 'ATIVA' }] } }])
  await bank.settleDebits()
  clock.moveTo('2026-12-10T15:00:00.000Z')
  await bank.settleDebits()
  const [news] = (await door.next(1)) as [{ body: { cobsr: [{ tentativas: [{ endToEndId: string }] }] } }]
  const { endToEndId } = news.body.cobsr[0].tentativas[0]
  expect(news.body.cobsr[0]).toMatchObject({ txid, status: 'CONCLUIDA', pix: [{ endToEndId, txid, valor: '89.90' }] })
  customer = await bankCustomer(access)
  expect(await customer.call('GET', `/pix/${endToEndId}`)).toMatchObject({ status: 200, body: { txid } })
  const next = nextTxid()
  await customer.call('PUT', `/cobr/${next}`, { idRec, ...DEBIT, calendario: { dataDeVencimento: '2027-01-11' } })
  await bank.answerRecurrence({ idRec, answer: 'revoke' })
  expect(await door.next(3)).toMatchObject([{ path: '/cobr' }, { path: '/cobr', body: { cobsr: [{ txid: next, status: 'CANCELADA', tentativas: [{ status: 'CANCELADA' }] }] } }, { path: '/rec', body: { recs: [{ status: 'CANCELADA', encerramento: { cancelamento: { solicitante: 'USUARIO_PAGADOR' } } }] } }])
  expect(await customer.call('PUT', `/cobr/${nextTxid()}`, { idRec, ...DEBIT, calendario: { dataDeVencimento: '2027-02-10' } })).toMatchObject({ status: 400, body: { type: problemType('CobROperacaoInvalida') } })
})

test('without money a debit is tried again as often as the policy has it, then it is over', async () => {
  const idRec = await approved()
  const txid = nextTxid()
  await customer.call('PUT', `/cobr/${txid}`, { idRec, ...DEBIT })
  const retry = (day: string) => customer.call('POST', `/cobr/${txid}/retentativa/${day}`)
  expect(await retry('2026-12-12')).toMatchObject({ status: 400 })
  await bank.settleDebits({ txid, outcome: 'no_funds' })
  clock.moveTo('2026-12-10T15:00:00.000Z')
  customer = await bankCustomer(access)
  expect(await retry('2026-12-18')).toMatchObject({ status: 400 })
  expect(await retry('2026-12-10')).toMatchObject({ status: 400 })
  for (const day of ['11', '12', '13']) {
    expect(await retry(`2026-12-${day}`)).toMatchObject({ status: 201, body: { status: 'ATIVA' } })
    await bank.settleDebits({ txid, outcome: 'no_funds' })
  }
  expect(await customer.call('GET', `/cobr/${txid}`)).toMatchObject({ body: { status: 'EXPIRADA', tentativas: [{ status: 'EXPIRADA' }, { tipo: 'NTAG' }, { tipo: 'NTAG' }, { tipo: 'NTAG' }] } })
  await drain(7)
})

test('without retries the first try without money is the last', async () => {
  const idRec = await approved({ ...REC, politicaRetentativa: 'NAO_PERMITE' })
  const txid = nextTxid()
  await customer.call('PUT', `/cobr/${txid}`, { idRec, ...DEBIT })
  clock.moveTo('2026-12-10T15:00:00.000Z')
  await bank.setFaults({ emptyAccounts: true })
  await bank.settleDebits()
  customer = await bankCustomer(access)
  expect(await customer.call('GET', `/cobr/${txid}`)).toMatchObject({ body: { status: 'EXPIRADA', tentativas: [{ status: 'EXPIRADA' }] } })
  await drain(2)
})

test('a solicitation is answered once, taken back, or runs out', async () => {
  const ask = (idRec: string) => customer.call('POST', '/solicrec', { idRec, calendario: { dataExpiracaoSolicitacao: '2026-11-30T00:00:00Z' }, destinatario: { cpf: '52998224725', conta: '1', ispbParticipante: '99999998' } })
  const [refused, cancelled, late] = [await recurrence(), await recurrence(), await recurrence()]
  expect(await ask(refused)).toMatchObject({ status: 201, body: { status: 'RECEBIDA' } })
  expect(await ask(refused)).toMatchObject({ status: 400, body: { type: problemType('SolicRecOperacaoInvalida') } })
  await bank.answerRecurrence({ idRec: refused, answer: 'refuse' })
  expect(await customer.call('GET', `/rec/${refused}`)).toMatchObject({ body: { status: 'REJEITADA', solicitacao: [{ status: 'REJEITADA' }], encerramento: { rejeicao: { codigo: 'AP13' } } } })
  await expect(bank.answerRecurrence({ idRec: refused, answer: 'authorise' })).rejects.toThrow('nothing_to_answer')
  const { body: asked } = await ask(cancelled)
  const path = `/solicrec/${String(asked['idSolicRec'])}`
  expect(await customer.call('PATCH', path, { status: 'CANCELADA' })).toMatchObject({ status: 201, body: { status: 'CANCELADA' } })
  expect(await customer.call('PATCH', path, { status: 'CANCELADA' })).toMatchObject({ status: 400 })
  await ask(late)
  clock.moveTo('2026-12-01T15:00:00.000Z')
  await bank.settleDebits()
  customer = await bankCustomer(access)
  expect(await customer.call('GET', `/rec/${late}`)).toMatchObject({ body: { status: 'CRIADA', solicitacao: [{ status: 'EXPIRADA' }] } })
  await drain(1)
})

test('a charge and leave for the next ones share one code; what breaks the rules is refused', async () => {
  const { body: location } = await customer.call('POST', '/locrec')
  const idRec = await recurrence({ ...REC, loc: location['id'] })
  const txid = nextTxid()
  const { body: charge } = await customer.call('PUT', `/cobv/${txid}`, { calendario: { dataDeVencimento: '2026-12-01' }, devedor: REC.vinculo.devedor, valor: { original: '89.90' }, chave: KEY })
  const { body: both } = await customer.call<{ dadosQR: { jornada: string; pixCopiaECola: string } }>('GET', `/rec/${idRec}?txid=${txid}`)
  expect(both.dadosQR.jornada).toBe('JORNADA_4')
  expect(parseBrCode(both.dadosQR.pixCopiaECola)).toMatchObject({ url: charge['location'], recurrenceUrl: location['location'] })
  const refused = { status: 400, body: { type: problemType('RecOperacaoInvalida') } }
  expect(await customer.call('POST', '/rec', { ...REC, loc: location['id'] })).toMatchObject(refused)
  expect(await customer.call('POST', '/rec', { ...REC, calendario: { ...REC.calendario, dataInicial: '2026-11-20' } })).toMatchObject(refused)
  expect(await customer.call('POST', '/rec', { ...REC, valor: { valorRec: '1.00', valorMinimoRecebedor: '1.00' } })).toMatchObject(refused)
  await bank.answerRecurrence({ idRec, answer: 'authorise' })
  await customer.call('PUT', `/cobr/${nextTxid()}`, { idRec, ...DEBIT })
  const wrong = { status: 400, body: { type: problemType('CobROperacaoInvalida') } }
  expect(await customer.call('POST', '/cobr', { idRec, ...DEBIT, calendario: { dataDeVencimento: '2026-12-20' } })).toMatchObject(wrong)
  expect(await customer.call('POST', '/cobr', { idRec, ...DEBIT, calendario: { dataDeVencimento: '2027-01-10' }, valor: { original: '90.00' } })).toMatchObject(wrong)
  expect(await customer.call('PATCH', `/rec/${idRec}`, { calendario: { dataInicial: '2026-12-20' } })).toMatchObject(refused)
  expect(await customer.call('PATCH', `/rec/${idRec}`, { status: 'CANCELADA' })).toMatchObject({ status: 200, body: { status: 'CANCELADA' } })
  expect(await customer.call('PATCH', `/rec/${idRec}`, { status: 'CANCELADA' })).toMatchObject(refused)
  const span = 'inicio=2026-11-21T00:00:00Z&fim=2026-11-22T00:00:00Z'
  expect(await customer.call('GET', `/rec?${span}&status=CANCELADA`)).toMatchObject({ body: { recs: [{ status: 'CANCELADA' }, { idRec }] } })
  expect(await customer.call('GET', `/cobr?${span}&idRec=${idRec}`)).toMatchObject({ body: { cobsr: [{ status: 'CANCELADA' }] } })
})

async function approved(body: object = REC): Promise<string> {
  const idRec = await recurrence(body)
  await bank.answerRecurrence({ idRec, answer: 'authorise' })
  await drain(1)
  return idRec
}

async function recurrence(body: object = REC): Promise<string> {
  const made = await customer.call('POST', '/rec', body)
  expect(made.status).toBe(201)
  return String(made.body['idRec'])
}

async function drain(count: number): Promise<void> {
  await door.next(count)
}

function nextTxid(): string {
  return `debit${String((txids += 1)).padStart(22, '0')}`
}

function problemType(name: string): string {
  return `https://pix.bcb.gov.br/api/v2/error/${name}`
}
