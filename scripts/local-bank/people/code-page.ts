import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import type { Bank } from '../bank.ts'
import { readCode, type ReadCode } from '../pix/read-code.ts'
import { chargeCard } from './charge-card.ts'
import { html, type Html } from './html.ts'
import { page } from './page.ts'
import { recurrenceCard } from './recurrence-list.ts'

/** What one code asks for, and the one button; a link to it is a link to paying it. */
export function codePage(bank: Bank, text: string): string {
  const code = readCode(bank, text)
  if (!code) return page('Este código não serve', html`<p>Confira se ele foi copiado inteiro. Códigos com endereço de outro banco não podem ser pagos aqui.</p>${BACK}`)
  if (code.kind === 'recurrence') return page('Confira e autorize', html`${recurrenceCard(bank, code.recurrence)}${BACK}`)
  const card = code.kind === 'charge' ? chargeCard(bank, code.charge) : staticCard(bank, text, code)
  return page('Confira e pague', html`${card}${code.kind === 'charge' && code.recurrence ? recurrenceCard(bank, code.recurrence) : null}${BACK}`)
}

const BACK = html`<p><a href="/">Ver todas as cobranças</a></p>`

function staticCard(bank: Bank, text: string, { key, name, amountCents }: Extract<ReadCode, { kind: 'static' }>): Html {
  const isKnown = bank.state.accounts.some(({ keys }) => keys.includes(key))
  return html`<div class="card">
<div class="line"><h3>${name}</h3>${amountCents === null ? html`<span></span>` : html`<span class="amount amount-l">${formatBrl(amountCents)}</span>`}</div>
<p class="soft">Chave ${key}. ${isKnown ? '' : 'Esta chave não é de conta deste banco: o dinheiro sai, e ninguém daqui fica sabendo.'}</p>
<form method="post" action="/pagar"><input type="hidden" name="codigo" value="${text}">
${amountCents === null ? html`<label for="valor">Valor, em reais</label><input id="valor" name="valor" inputmode="decimal" required autocomplete="off">` : null}
<button>Pagar ${amountCents === null ? '' : formatBrl(amountCents)}</button></form>
</div>`
}
