import { localDateOf } from '@repactua/api/platform/clock.ts'
import { findCharge } from '../charges/find-charge.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { at, isObject } from '../doors/fields.ts'
import { askedOf, pageOf, readWindow } from '../doors/page-of.ts'
import { refuse } from '../doors/problems.ts'
import { newRecurrenceId } from './automatic-ids.ts'
import type { Recurrence, RecurrenceBody, RecurrenceLocation } from './recurrence.ts'
import { recurrenceViolations } from './recurrence-violations.ts'
import { showRecurrence, showWholeRecurrence } from './show-recurrence.ts'
import { turnRecurrence } from './turn-recurrence.ts'

/** POST /rec: a recurrence that waits for the payer's leave. */
export function postRecurrence({ bank, account, body }: Ask): Answer {
  const violations = recurrenceViolations(body, bank.clock.today())
  if (!isObject(body) || violations.length > 0) refuse('RecOperacaoInvalida', violations)
  const location = at(body, 'loc') === undefined ? undefined : freeLocation({ bank, account }, at(body, 'loc'))
  const now = bank.clock.now()
  const known = pickBody(body)
  const rec: Recurrence = { clientId: account.clientId, idRec: newRecurrenceId(known.politicaRetentativa, now), body: known, status: 'CRIADA', atualizacao: [{ status: 'CRIADA', data: now.toISOString() }], tipoJornada: 'AGUARDANDO_DEFINICAO' }
  if (location) location.idRec = rec.idRec
  bank.state.recurrences.push(rec)
  bank.keep()
  return { status: 201, body: showRecurrence(bank, rec, account) }
}

/** GET /rec/{idRec}: with `txid` of a charge of one's own, the code that asks for both. */
export function getRecurrence(ask: Ask): Answer {
  const { bank, account, query } = ask
  const rec = ownRecurrence(ask, ask.params['idRec'])
  const txid = query.get('txid')
  const charge = txid === null ? undefined : (findCharge(bank, account, txid) ?? refuse('RecConsultaInvalida', [{ razao: 'O parâmetro txid não corresponde a uma cobrança compatível.', propriedade: 'txid', valor: txid }]))
  return { status: 200, body: showWholeRecurrence(bank, rec, account, charge) }
}

/** GET /rec: those made in a span of time, page by page. */
export function listRecurrences({ bank, account, query }: Ask): Answer {
  const window = readWindow(query)
  if (Array.isArray(window)) refuse('RecConsultaInvalida', window)
  const own = bank.state.recurrences.filter((rec) => rec.clientId === account.clientId && madeWithin(rec, window) && fits(rec, query))
  const { items, paginacao } = pageOf(own, window)
  return { status: 200, body: { parametros: { ...askedOf(query), paginacao }, recs: items.map((rec) => showWholeRecurrence(bank, rec, account)) } }
}

/** PATCH /rec/{idRec}: cancels, or changes what may still change before the payer answers. */
export function patchRecurrence(ask: Ask): Answer {
  const { bank, account, body } = ask
  const rec = ownRecurrence(ask, ask.params['idRec'])
  if (rec.status !== 'CRIADA' && rec.status !== 'APROVADA') refuse('RecOperacaoInvalida', [{ razao: 'A recorrência encontra-se expirada, cancelada ou rejeitada.', propriedade: 'rec.status', valor: rec.status }])
  const status = at(body, 'status')
  if (status !== undefined && status !== 'CANCELADA') refuse('RecOperacaoInvalida', [{ razao: 'O campo rec.status não respeita o schema.', propriedade: 'rec.status' }])
  if (status === 'CANCELADA') turnRecurrence(bank, rec, 'CANCELADA', { ending: { cancelamento: { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR', descricao: 'Cancelamento solicitado pelo usuário recebedor' } } })
  else revise(ask, rec)
  bank.keep()
  return { status: 200, body: showRecurrence(bank, rec, account) }
}

/** The account's recurrence of this id. */
export function ownRecurrence({ bank, account }: Pick<Ask, 'bank' | 'account'>, id: unknown): Recurrence {
  return bank.state.recurrences.find(({ clientId, idRec }) => clientId === account.clientId && idRec === id) ?? refuse('RecNaoEncontrada')
}

function revise({ bank, account, body }: Ask, rec: Recurrence): void {
  const [loc, first, name] = [at(body, 'loc'), at(body, 'calendario', 'dataInicial'), at(body, 'vinculo', 'devedor', 'nome')]
  const late = rec.status === 'CRIADA' ? null : loc !== undefined ? 'rec.loc' : first !== undefined ? 'rec.calendario.dataInicial' : null
  if (late) refuse('RecOperacaoInvalida', [{ razao: `O campo ${late} somente pode ser alterado quando a recorrência apresentar-se com o status CRIADA.`, propriedade: late }])
  const { calendario, vinculo } = rec.body
  const wished = { ...rec.body, calendario: { ...calendario, dataInicial: first ?? calendario.dataInicial }, vinculo: { ...vinculo, devedor: { ...vinculo.devedor, nome: name ?? vinculo.devedor.nome } } }
  const violations = recurrenceViolations(wished, localDateOf(new Date(rec.atualizacao[0]!.data)))
  if (violations.length > 0) refuse('RecOperacaoInvalida', violations)
  if (loc !== undefined) freeLocation({ bank, account }, loc).idRec = rec.idRec
  rec.body = wished as RecurrenceBody
}

function freeLocation({ bank, account }: Pick<Ask, 'bank' | 'account'>, id: unknown): RecurrenceLocation {
  const found = bank.state.recurrenceLocations.find((location) => location.clientId === account.clientId && location.id === id)
  if (!found) refuse('RecOperacaoInvalida', [{ razao: 'O location referenciado por rec.loc inexiste.', propriedade: 'rec.loc', valor: String(id) }])
  if (found.idRec !== undefined) refuse('RecOperacaoInvalida', [{ razao: 'O location referenciado por rec.loc já está sendo utilizado por outra recorrência.', propriedade: 'rec.loc', valor: String(id) }])
  return found
}

function pickBody(body: Record<string, unknown>): RecurrenceBody {
  const { vinculo, calendario, valor, politicaRetentativa } = body as unknown as RecurrenceBody
  return { vinculo, calendario, politicaRetentativa, ...(valor === undefined ? {} : { valor }) }
}

function madeWithin({ atualizacao }: Recurrence, { inicio, fim }: { inicio: Date; fim: Date }): boolean {
  const made = new Date(atualizacao[0]!.data)
  return made >= inicio && made <= fim
}

function fits({ status, body }: Recurrence, query: URLSearchParams): boolean {
  const { cpf, cnpj } = body.vinculo.devedor
  return Object.entries({ status, cpf, cnpj }).every(([name, value]) => !query.has(name) || query.get(name) === value)
}
