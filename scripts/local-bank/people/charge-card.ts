import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { Bank } from '../bank.ts'
import { amountOfDay, type DayAmount } from '../charges/amount-of-day.ts'
import { bodyOf, type Charge } from '../charges/charge.ts'
import { payWindow } from '../charges/pay-window.ts'
import { whyNotPayable } from '../pix/pay-charge.ts'
import { html, type Html } from './html.ts'

/** One charge: who gets the money, what it comes to today and of what parts, and the one button. */
export function chargeCard(bank: Bank, charge: Charge): Html {
  const body = bodyOf(charge)
  const due = amountOfDay(body, bank.clock.today())
  const holder = bank.state.accounts.find(({ clientId }) => clientId === charge.clientId)?.holder
  return html`<div class="card">
<div class="line"><h3>${holder?.nomeFantasia ?? holder?.nome ?? ''}</h3><span class="amount amount-l">${formatBrl(due.totalCents)}</span></div>
<p class="soft">Cobrança de ${body.devedor.nome}, ${dueText(bank, charge)}. ${body.solicitacaoPagador ?? ''}</p>
${partsOf(due)}
${buttonOf(bank, charge, due)}
</div>`
}

function dueText({ clock }: Bank, charge: Charge): string {
  const { calendario } = bodyOf(charge)
  return `${payWindow(calendario).dueOn < clock.today() ? 'venceu' : 'vence'} em ${formatDate(calendario.dataDeVencimento)}`
}

function partsOf(due: DayAmount): Html | null {
  if (due.totalCents === due.originalCents) return null
  const parts: [string, bigint][] = [['Valor original', due.originalCents], ['Multa', due.fineCents], ['Juros', due.interestCents], ['Abatimento', -due.rebateCents], ['Desconto', -due.discountCents]]
  const lines = parts.filter(([, cents]) => cents !== 0n).map(([name, cents]) => html`<div class="line"><span>${name}</span><span class="amount">${formatBrl(cents)}</span></div>`)
  return html`<details><summary>Por que esse valor?</summary>${lines}</details>`
}

function buttonOf(bank: Bank, { clientId, txid, ...charge }: Charge, due: DayAmount): Html {
  const refusal = whyNotPayable(bank, { clientId, txid, ...charge })
  if (refusal) return html`<p class="soft">${refusal === 'charge_out_of_days' ? 'O prazo para pagar esta cobrança terminou.' : CLOSED[charge.status] ?? ''}</p>`
  return html`<form method="post" action="/pagar">
<input type="hidden" name="conta" value="${clientId}"><input type="hidden" name="txid" value="${txid}">
<button>Pagar ${formatBrl(due.totalCents)}</button>
</form>`
}

const CLOSED: Record<string, string> = {
  CONCLUIDA: 'Esta cobrança já foi paga.',
  REMOVIDA_PELO_USUARIO_RECEBEDOR: 'Quem cobrava retirou esta cobrança.',
  REMOVIDA_PELO_PSP: 'O banco retirou esta cobrança.',
}
