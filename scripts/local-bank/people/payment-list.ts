import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { localDateOf } from '@repactua/api/platform/clock.ts'
import type { Bank } from '../bank.ts'
import { centsOf } from '../money.ts'
import { leftOf } from '../pix/put-return.ts'
import type { ReceivedPix } from '../pix/received-pix.ts'
import { html, type Html } from './html.ts'

const SHOWN = 20

/** The latest payments, each with what went back of it and a button that plays a reversal (MED). */
export function paymentList(bank: Bank): Html | null {
  const latest = bank.state.pix.slice(-SHOWN).reverse()
  if (latest.length === 0) return null
  return html`<section><h2>Pagamentos recentes</h2>
<p class="soft">“Devolver” faz de conta que quem pagou contestou o Pix no banco dele (MED): o dinheiro volta, e quem recebeu é avisado.</p>
<ul>${latest.map((pix) => html`<li>${paymentCard(bank, pix)}</li>`)}</ul></section>`
}

function paymentCard(bank: Bank, pix: ReceivedPix): Html {
  const left = leftOf(pix)
  return html`<div class="card">
<div class="line"><h3>${receiverOf(bank, pix)}</h3><span class="amount">${formatBrl(centsOf(pix.valor))}</span></div>
<p class="soft">Pago em ${formatDate(localDateOf(new Date(pix.horario)))} por ${pix.payer.nome}. ${returnedText(centsOf(pix.valor) - left)}</p>
${left === 0n ? null : html`<form method="post" action="/devolver"><input type="hidden" name="pix" value="${pix.endToEndId}"><button class="quiet">Devolver (MED)</button></form>`}
</div>`
}

/** Whom a payment went to, as the page names it. */
export function receiverOf({ state }: Bank, { clientId, chave }: ReceivedPix): string {
  const holder = state.accounts.find((account) => account.clientId === clientId)?.holder
  return holder ? (holder.nomeFantasia ?? holder.nome) : `Chave ${chave}, de outro banco`
}

function returnedText(cents: bigint): string {
  return cents === 0n ? '' : `Voltaram ${formatBrl(cents)}.`
}
