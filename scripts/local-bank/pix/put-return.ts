import type { Answer, Ask } from '../doors/ask.ts'
import { at } from '../doors/fields.ts'
import { refuse, type Violation } from '../doors/problems.ts'
import { AMOUNT, amountOf, centsOf } from '../money.ts'
import { tellWebhook } from '../webhooks/tell-webhook.ts'
import { ownPix } from './get-pix.ts'
import { newTransferId } from './new-ids.ts'
import type { ReceivedPix, Return } from './received-pix.ts'

const RETURN_ID = /^[a-zA-Z0-9]{1,35}$/
const DAYS = 90
const DAY_MS = 86_400_000

/** PUT /pix/{e2eid}/devolucao/{id}: takes the return on, and settles it in a moment of its own, which the webhook tells. */
export function putReturn(ask: Ask): Answer {
  const { bank, params, body } = ask
  const pix = ownPix(ask)
  const id = params['id'] ?? ''
  const violation = violationOf(pix, id, body) ?? tooLate(pix, bank.clock.now())
  if (violation) refuse('PixDevolucaoInvalida', [violation])
  const asked: Return = {
    id,
    rtrId: newTransferId('D', bank.clock.now()),
    valor: String(at(body, 'valor')),
    natureza: 'ORIGINAL',
    ...descriptionOf(body),
    horario: { solicitacao: bank.clock.now().toISOString() },
    status: 'EM_PROCESSAMENTO',
  }
  pix.devolucoes.push(asked)
  bank.keep()
  const answer = { status: 201, body: structuredClone(asked) }
  setImmediate(() => settle(ask, pix, asked))
  return answer
}

/** GET /pix/{e2eid}/devolucao/{id}. */
export function getReturn(ask: Ask): Answer {
  const found = ownPix(ask).devolucoes.find(({ id }) => id === ask.params['id']) ?? refuse('PixDevolucaoNaoEncontrada')
  return { status: 200, body: found }
}

/** What is left of a Pix once its returns are taken off. */
export function leftOf({ valor, devolucoes }: ReceivedPix): bigint {
  const returned = devolucoes.filter(({ status }) => status !== 'NAO_REALIZADO').map((one) => centsOf(one.valor))
  return returned.reduce((left, cents) => left - cents, centsOf(valor))
}

function settle({ bank }: Ask, pix: ReceivedPix, asked: Return): void {
  if (bank.faults.refuseReturns) Object.assign(asked, { status: 'NAO_REALIZADO', motivo: 'A conta do pagador não aceitou a devolução.' })
  else Object.assign(asked, { status: 'DEVOLVIDO', horario: { ...asked.horario, liquidacao: bank.clock.now().toISOString() } })
  tellWebhook(bank, pix)
  bank.keep()
}

function violationOf(pix: ReceivedPix, id: string, body: unknown): Violation | null {
  const [value, reason] = [at(body, 'valor'), at(body, 'natureza')]
  if (!RETURN_ID.test(id)) return { razao: 'O parâmetro id não respeita o schema.', propriedade: 'id', valor: id }
  if (typeof value !== 'string' || !AMOUNT.test(value) || centsOf(value) === 0n) return { razao: 'O campo devolucao.valor não respeita o schema.', propriedade: 'devolucao.valor' }
  if (reason !== undefined && reason !== 'ORIGINAL') return { razao: 'O campo devolucao.natureza não se aplica a este Pix.', propriedade: 'devolucao.natureza' }
  if (pix.devolucoes.some((one) => one.id === id)) return { razao: 'A presente requisição de devolução apresenta um {id} já utilizado por outra requisição de devolução para o {e2eid} em questão.', propriedade: 'id', valor: id }
  if (centsOf(value) > leftOf(pix)) return { razao: 'A presente requisição de devolução, em conjunto com as demais prévias devoluções, excederia o valor do pix originário.', propriedade: 'devolucao.valor', valor: amountOf(centsOf(value)) }
  return null
}

function tooLate({ horario }: ReceivedPix, now: Date): Violation | null {
  if (now.getTime() - new Date(horario).getTime() <= DAYS * DAY_MS) return null
  return { razao: 'A presente requisição de devolução viola a janela de tempo permitida para solicitações de devoluções de um pix.', propriedade: 'devolucao' }
}

function descriptionOf(body: unknown): { descricao?: string } {
  const description = at(body, 'descricao')
  return typeof description === 'string' ? { descricao: description.slice(0, 140) } : {}
}
