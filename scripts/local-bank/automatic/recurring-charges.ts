import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { findCharge } from '../charges/find-charge.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { at, isObject } from '../doors/fields.ts'
import { askedOf, pageOf, readWindow } from '../doors/page-of.ts'
import { refuse } from '../doors/problems.ts'
import { newTransferId } from '../pix/new-ids.ts'
import type { Recurrence } from './recurrence.ts'
import { ownRecurrence } from './recurrences.ts'
import type { Attempt, RecurringCharge, RecurringChargeBody } from './recurring-charge.ts'
import { recurringViolations } from './recurring-violations.ts'
import { showRecurringCharge } from './show-recurring-charge.ts'
import { turnCharge, waitingAttempt } from './turn-charge.ts'

const TXID = /^[a-zA-Z0-9]{26,35}$/

/** PUT /cobr/{txid}: schedules a debit. The same again changes nothing. */
export function putRecurringCharge(ask: Ask): Answer {
  const { bank, account, body } = ask
  const txid = ask.params['txid'] ?? ''
  const standing = findRecurringCharge(ask, txid)
  if (standing && isObject(body) && isDeepStrictEqual(pickBody(body), standing.body)) return { status: 201, body: showRecurringCharge(bank, standing, account) }
  if (!TXID.test(txid) || standing || findCharge(bank, account, txid)) refuse('CobROperacaoInvalida', [{ razao: 'O campo cobr.txid encontra-se em uso.', propriedade: 'cobr.txid', valor: txid }])
  return { status: 201, body: showRecurringCharge(bank, makeCharge(ask, txid), account) }
}

/** POST /cobr: the same, with a txid that the bank picks. */
export function postRecurringCharge(ask: Ask): Answer {
  return { status: 201, body: showRecurringCharge(ask.bank, makeCharge(ask, randomBytes(16).toString('hex')), ask.account) }
}

/** GET /cobr/{txid}. */
export function getRecurringCharge(ask: Ask): Answer {
  return { status: 200, body: showRecurringCharge(ask.bank, ownRecurringCharge(ask), ask.account) }
}

/** GET /cobr: those made in a span of time, page by page. */
export function listRecurringCharges({ bank, account, query }: Ask): Answer {
  const window = readWindow(query)
  if (Array.isArray(window)) refuse('CobRConsultaInvalida', window)
  const own = bank.state.recurringCharges.filter(({ clientId, criacao, body, status }) => clientId === account.clientId && new Date(criacao) >= window.inicio && new Date(criacao) <= window.fim && (query.get('idRec') ?? body.idRec) === body.idRec && (query.get('status') ?? status) === status)
  const { items, paginacao } = pageOf(own, window)
  return { status: 200, body: { parametros: { ...askedOf(query), paginacao }, cobsr: items.map((charge) => showRecurringCharge(bank, charge, account)) } }
}

/** PATCH /cobr/{txid}: cancels, until the day before the first attempt. */
export function patchRecurringCharge(ask: Ask): Answer {
  const { bank, account, body } = ask
  const charge = ownRecurringCharge(ask)
  const first = charge.tentativas[0]?.dataLiquidacao
  const isOver = charge.status !== 'CRIADA' && charge.status !== 'ATIVA'
  if (at(body, 'status') !== 'CANCELADA') refuse('CobROperacaoInvalida', [{ razao: 'O campo cobr.status não respeita o schema.', propriedade: 'cobr.status' }])
  if (isOver || (first !== undefined && bank.clock.today() >= first)) refuse('CobROperacaoInvalida', [{ razao: 'Não é possível cancelar uma cobrança em uma data igual ou maior que a data prevista da primeira tentativa de liquidação.', propriedade: 'cobr.status' }])
  turnCharge(bank, charge, 'CANCELADA', { ending: { cancelamento: { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR', descricao: 'Cancelamento solicitado pelo usuário recebedor' } } })
  bank.keep()
  return { status: 200, body: showRecurringCharge(bank, charge, account) }
}

/** The account's recurring charge of the path's txid. */
export function ownRecurringCharge(ask: Ask): RecurringCharge {
  return findRecurringCharge(ask, ask.params['txid']) ?? refuse('CobRNaoEncontrado')
}

/** An attempt to debit on a day. */
export function attemptOn(day: string, tipo: Attempt['tipo'], now: Date): Attempt {
  return { dataLiquidacao: day, tipo, endToEndId: newTransferId('E', now), status: 'AGENDADA', atualizacao: [{ status: 'AGENDADA', data: now.toISOString() }] }
}

/** What was asked before the payer gave leave is scheduled once there is one. */
export function scheduleCharge(bank: Ask['bank'], charge: RecurringCharge): void {
  if (charge.status !== 'CRIADA' || waitingAttempt(charge)) return
  const { dataDeVencimento } = charge.body.calendario
  charge.tentativas.push(attemptOn(charge.body.ajusteDiaUtil ? nextBusinessDay(dataDeVencimento) : dataDeVencimento, 'AGND', bank.clock.now()))
  turnCharge(bank, charge, 'ATIVA')
}

function findRecurringCharge({ bank, account }: Ask, txid: string | undefined): RecurringCharge | undefined {
  return bank.state.recurringCharges.find((charge) => charge.clientId === account.clientId && charge.txid === txid)
}

function makeCharge(ask: Ask, txid: string): RecurringCharge {
  const { bank, account, body } = ask
  const rec = ownRecurrence(ask, at(body, 'idRec'))
  const violations = recurringViolations(body, { createdOn: bank.clock.today(), rec, others: othersOf(ask, rec) })
  if (!isObject(body) || violations.length > 0) refuse('CobROperacaoInvalida', violations)
  const now = bank.clock.now().toISOString()
  const charge: RecurringCharge = { clientId: account.clientId, txid, criacao: now, body: pickBody(body), status: 'CRIADA', atualizacao: [{ status: 'CRIADA', data: now }], tentativas: [] }
  bank.state.recurringCharges.push(charge)
  if (rec.status === 'APROVADA') scheduleCharge(bank, charge)
  bank.keep()
  return charge
}

function othersOf({ bank }: Ask, { idRec }: Recurrence): RecurringCharge[] {
  return bank.state.recurringCharges.filter(({ body }) => body.idRec === idRec)
}

function pickBody(body: Record<string, unknown>): RecurringChargeBody {
  const { idRec, calendario, valor, recebedor, infoAdicional, devedor, ajusteDiaUtil = true } = body as unknown as RecurringChargeBody
  return { idRec, calendario: { dataDeVencimento: calendario?.dataDeVencimento }, valor, recebedor, ajusteDiaUtil, ...(infoAdicional === undefined ? {} : { infoAdicional }), ...(devedor === undefined ? {} : { devedor }) }
}
