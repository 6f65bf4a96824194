import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { Recurrence } from '../automatic/recurrence.ts'
import type { RecurringCharge } from '../automatic/recurring-charge.ts'
import { waitingAttempt } from '../automatic/turn-charge.ts'
import type { Bank } from '../bank.ts'
import { centsOf } from '../money.ts'
import { html, type Html } from './html.ts'

/** What asks for leave to debit, and what has it. */
export function recurrenceList(bank: Bank): Html | null {
  const shown = bank.state.recurrences.filter(({ status }) => status === 'CRIADA' || status === 'APROVADA').reverse()
  if (shown.length === 0) return null
  return html`<section><h2>Pix Automático</h2><ul>${shown.map((rec) => html`<li>${recurrenceCard(bank, rec)}</li>`)}</ul></section>`
}

/** One leave to debit: who asks, what for, how much and how often, and what the payer can do. */
export function recurrenceCard(bank: Bank, rec: Recurrence): Html {
  const holder = bank.state.accounts.find(({ clientId }) => clientId === rec.clientId)?.holder
  const { vinculo } = rec.body
  return html`<div class="card">
<div class="line"><h3>${holder?.nomeFantasia ?? holder?.nome ?? ''}</h3><span class="amount">${amountText(rec)}</span></div>
<p class="soft">${vinculo.objeto ?? `Contrato ${vinculo.contrato}`}, de ${vinculo.devedor.nome}. ${whenText(rec)}</p>
${rec.status === 'CRIADA' ? html`${answerForm(rec, 'authorise', 'Autorizar')}${answerForm(rec, 'refuse', 'Recusar')}` : html`${debitsOf(bank, rec)}${answerForm(rec, 'revoke', 'Cancelar esta autorização')}`}
</div>`
}

function amountText({ body }: Recurrence): string {
  return body.valor?.valorRec === undefined ? 'Valor variável' : formatBrl(centsOf(body.valor.valorRec))
}

function whenText({ body }: Recurrence): string {
  const { dataInicial, dataFinal, periodicidade } = body.calendario
  const until = dataFinal === undefined ? '' : ` até ${formatDate(dataFinal)}`
  return `Um débito ${PERIODS[periodicidade] ?? ''}, a partir de ${formatDate(dataInicial)}${until}.`
}

function answerForm({ idRec }: Recurrence, answer: string, words: string): Html {
  return html`<form method="post" action="/autorizacao"><input type="hidden" name="rec" value="${idRec}"><input type="hidden" name="resposta" value="${answer}">
${answer === 'authorise' ? html`<button>${words}</button>` : html`<button class="quiet">${words}</button>`}</form>`
}

function debitsOf({ state }: Bank, { idRec }: Recurrence): readonly Html[] {
  return state.recurringCharges.filter(({ body }) => body.idRec === idRec).flatMap((charge) => debitLine(charge) ?? [])
}

function debitLine(charge: RecurringCharge): Html | null {
  const attempt = waitingAttempt(charge)
  if (!attempt) return null
  return html`<div class="line"><span>Débito em ${formatDate(attempt.dataLiquidacao)}</span><span class="amount">${formatBrl(centsOf(charge.body.valor.original))}</span></div>
<form method="post" action="/debito"><input type="hidden" name="conta" value="${charge.clientId}"><input type="hidden" name="txid" value="${charge.txid}">
<button class="quiet" name="saldo" value="sim">Debitar agora</button><button class="quiet" name="saldo" value="nao">Faltar saldo</button></form>`
}

const PERIODS: Record<string, string> = { SEMANAL: 'por semana', MENSAL: 'por mês', TRIMESTRAL: 'por trimestre', SEMESTRAL: 'por semestre', ANUAL: 'por ano' }
