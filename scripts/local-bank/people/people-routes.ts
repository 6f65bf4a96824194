import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import { answerRecurrence, readAnswer } from '../automatic/answer-recurrence.ts'
import { settleAttempt } from '../automatic/settle-due.ts'
import type { Bank } from '../bank.ts'
import { findCharge } from '../charges/find-charge.ts'
import { centsOf } from '../money.ts'
import { payCharge } from '../pix/pay-charge.ts'
import { payCode } from '../pix/pay-code.ts'
import type { ReceivedPix } from '../pix/received-pix.ts'
import { reversePix } from '../pix/reverse-pix.ts'
import { codePage } from './code-page.ts'
import { homePage } from './home-page.ts'
import { html, type Html } from './html.ts'
import { receiverOf } from './payment-list.ts'
import { STYLE } from './style.ts'

export interface PeopleAsk {
  bank: Bank
  query: URLSearchParams
  form: URLSearchParams
}

/** A page, or the page to go on to: a form that was sent is never sent again by going back. */
export type PeopleAnswer = { kind: 'text'; type: 'text/html' | 'text/css'; text: string } | { kind: 'go'; to: string }

export interface PeopleRoute {
  method: string
  path: string
  answer: (ask: PeopleAsk) => PeopleAnswer
}

/** What a person can see and do with a browser. */
export const PEOPLE_ROUTES: readonly PeopleRoute[] = [
  { method: 'GET', path: '/', answer: ({ bank, query }) => shown(query.has('codigo') ? codePage(bank, query.get('codigo') ?? '') : homePage(bank, noticeOf(bank, query))) },
  { method: 'GET', path: '/estilo.css', answer: () => ({ kind: 'text', type: 'text/css', text: STYLE }) },
  { method: 'POST', path: '/pagar', answer: pay },
  { method: 'POST', path: '/autorizacao', answer: answerAsked },
  { method: 'POST', path: '/debito', answer: debit },
  { method: 'POST', path: '/devolver', answer: ({ bank, form }) => after(bank, 'voltou', reversePix(bank, { endToEndId: form.get('pix') ?? '' })) },
]

function shown(text: string): PeopleAnswer {
  return { kind: 'text', type: 'text/html', text }
}

function pay({ bank, form }: PeopleAsk): PeopleAnswer {
  const code = form.get('codigo')
  if (code !== null) return after(bank, 'pago', payCode(bank, code, typedAmount(form)))
  const charge = findCharge(bank, { clientId: form.get('conta') ?? '' }, form.get('txid') ?? '')
  return after(bank, 'pago', charge ? payCharge(bank, charge) : 'charge_not_open')
}

function answerAsked({ bank, form }: PeopleAsk): PeopleAnswer {
  const rec = bank.state.recurrences.find(({ idRec }) => idRec === form.get('rec'))
  const done = answerRecurrence(bank, rec, readAnswer(form.get('resposta')))
  bank.keep()
  return { kind: 'go', to: done ? '/?feito=1' : '/?nao=nothing_to_answer' }
}

function debit({ bank, form }: PeopleAsk): PeopleAnswer {
  const charge = bank.state.recurringCharges.find(({ clientId, txid }) => clientId === form.get('conta') && txid === form.get('txid'))
  const done = charge !== undefined && settleAttempt(bank, charge, form.get('saldo') === 'nao' ? 'no_funds' : 'paid')
  bank.keep()
  return { kind: 'go', to: done ? '/?feito=1' : '/?nao=charge_not_open' }
}

function typedAmount(form: URLSearchParams): { amountCents?: bigint } {
  const cents = parseBrl(form.get('valor') ?? '')
  return cents === null ? {} : { amountCents: BigInt(cents) }
}

function after(bank: Bank, what: 'pago' | 'voltou', done: ReceivedPix | string): PeopleAnswer {
  if (typeof done === 'string') return { kind: 'go', to: `/?nao=${done}` }
  bank.keep()
  return { kind: 'go', to: `/?${what}=${done.endToEndId}` }
}

function noticeOf(bank: Bank, query: URLSearchParams): Html | null {
  if (query.has('feito')) return html`<div class="notice" role="status"><h2>Feito</h2><p>Quem cobra fica sabendo em instantes.</p></div>`
  const refusal = query.get('nao')
  if (refusal !== null) return html`<div class="notice problem" role="status"><h2>${REFUSALS[refusal] ?? 'Não deu certo.'}</h2></div>`
  const paid = bank.state.pix.find(({ endToEndId }) => endToEndId === (query.get('pago') ?? query.get('voltou')))
  if (!paid) return null
  return query.has('pago')
    ? html`<div class="notice" role="status"><h2>Pagamento feito</h2><p>${formatBrl(centsOf(paid.valor))} para ${receiverOf(bank, paid)}. Quem recebe fica sabendo em instantes.</p></div>`
    : html`<div class="notice" role="status"><h2>O dinheiro voltou</h2><p>${receiverOf(bank, paid)} fica sabendo em instantes.</p></div>`
}

const REFUSALS: Record<string, string> = {
  charge_not_open: 'Esta cobrança não está mais aberta.',
  charge_out_of_days: 'O prazo para pagar esta cobrança terminou.',
  code_unreadable: 'Este código não serve. Confira se ele foi copiado inteiro.',
  amount_missing: 'Falta o valor: escreva em reais, como 89,90.',
  amount_too_high: 'Este dinheiro já voltou.',
  nothing_to_pay: 'Este código só pede uma autorização.',
  nothing_to_answer: 'Esta autorização já foi respondida.',
  pix_not_found: 'Este pagamento não existe mais aqui.',
}
