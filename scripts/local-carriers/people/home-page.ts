import { html, type Html } from '../../local-bank/people/html.ts'
import type { Carriers } from '../carriers.ts'
import type { Message } from '../state.ts'
import { page } from './page.ts'
import { CHANNEL_NAMES, phoneText, whenText } from './words.ts'

const SHOWN = 50

/** Every phone and browser that got something, the latest first; and where the e-mails are. */
export function homePage({ state, mailUrl }: Carriers): string {
  const latest = new Map<string, Message>()
  for (const message of state.messages.toReversed()) if (!latest.has(message.phone)) latest.set(message.phone, message)
  const phones = [...latest.values()]
  return page('Mensagens que chegaram', html`${mailUrl === null ? null : html`<p>Os e-mails estão na <a href="${mailUrl}">caixa de entrada de testes</a>.</p>`}
<form method="get" action="/telefone"><label for="numero">Abrir um telefone pelo número</label><input id="numero" name="numero" inputmode="tel" autocomplete="off" required maxlength="40"><button>Abrir</button></form>
<section><h2>Telefones</h2>${phones.length === 0 ? html`<p>Nenhuma mensagem ainda. SMS, mensagens de WhatsApp, avisos e ligações aparecem aqui assim que saem.</p>` : html`<ul>${phones.slice(0, SHOWN).map((message) => html`<li>${phoneCard(message)}</li>`)}</ul>`}
${phones.length > SHOWN ? html`<p class="soft">Há mais ${phones.length - SHOWN}. Abra pelo número.</p>` : null}</section>`)
}

function phoneCard({ phone, channel, text, at, direction }: Message): Html {
  return html`<a class="card" href="/telefone?numero=${encodeURIComponent(phone)}">
<span class="line"><strong>${phoneText(phone)}</strong><span class="soft">${CHANNEL_NAMES[channel]}, ${whenText(at)}</span></span>
<span class="soft">${direction === 'in' ? 'Você: ' : ''}${text.length > 120 ? `${text.slice(0, 120)}…` : text}</span>
</a>`
}
