import type { Bank } from '../bank.ts'
import { bodyOf, type Charge } from '../charges/charge.ts'
import { chargeCard } from './charge-card.ts'
import { html, type Html } from './html.ts'
import { page } from './page.ts'
import { paymentList } from './payment-list.ts'
import { recurrenceList } from './recurrence-list.ts'

const SHOWN = 50

/** All that is open, soonest first, a field for a copied code, and what was paid lately. */
export function homePage(bank: Bank, notice: Html | null): string {
  const open = bank.state.charges.filter(({ status }) => status === 'ATIVA').sort(bySoonest)
  return page('Pagar um Pix', html`${notice}${codeForm()}
<section><h2>Cobranças abertas</h2>${open.length === 0 ? html`<p>Nenhuma cobrança aberta. Elas aparecem aqui quando alguém pede o código Pix de uma parcela.</p>` : html`<ul>${open.slice(0, SHOWN).map((charge) => html`<li>${chargeCard(bank, charge)}</li>`)}</ul>`}
${open.length > SHOWN ? html`<p class="soft">Há mais ${open.length - SHOWN}. Para pagar uma delas, cole o código.</p>` : null}</section>
${recurrenceList(bank)}${paymentList(bank)}`)
}

function codeForm(): Html {
  return html`<form method="get" action="/"><label for="codigo">Pix copia e cola</label>
<textarea id="codigo" name="codigo" required maxlength="512" autocomplete="off" spellcheck="false"></textarea>
<button>Continuar</button></form>`
}

function bySoonest(one: Charge, other: Charge): number {
  return bodyOf(one).calendario.dataDeVencimento.localeCompare(bodyOf(other).calendario.dataDeVencimento)
}
