import { html, type Html } from '../../local-bank/people/html.ts'
import type { Carriers } from '../carriers.ts'
import type { Account, Message } from '../state.ts'
import { turnMessage } from '../webhooks/tell.ts'
import { page } from './page.ts'
import { CHANNEL_NAMES, phoneText, STATUS_NAMES, whenText } from './words.ts'

const SHOWN = 100

/** One phone with all that came and went, the latest last, and a form for each sender that can be answered. Who looks has read their WhatsApp. */
export function phonePage(carriers: Carriers, phone: string, notice: Html | null): string {
  const messages = carriers.state.messages.filter((message) => message.phone === phone).slice(-SHOWN)
  for (const message of messages) if (message.channel === 'whatsapp' && message.status === 'delivered') turnMessage(carriers, message, 'read')
  return page(phoneText(phone), html`${notice}${messages.length === 0 ? html`<p>Nada chegou a este número.</p>` : html`<ul>${messages.map((message) => html`<li>${bubble(message)}</li>`)}</ul>`}
${answerable(carriers, messages).map(([account, channel]) => answerForm(account, channel, phone))}
<p><a href="/">Todos os telefones</a></p>`)
}

function bubble({ channel, direction, text, at, status }: Message): Html {
  return html`<div class="card ${direction === 'in' ? 'mine' : ''}"><div class="line"><strong>${CHANNEL_NAMES[channel]}</strong><span class="soft">${whenText(at)}, ${STATUS_NAMES[status]}</span></div>${channel === 'push' ? pushWords(text) : html`<p class="said">${text}</p>`}</div>`
}

// The service worker of the portal reads the same.
function pushWords(text: string): Html {
  const { title = '', body = '', url = '' } = JSON.parse(text) as { title?: string; body?: string; url?: string }
  return html`<p class="said"><strong>${title}</strong></p><p class="said">${body}</p><p class="soft">Abre ${url}</p>`
}

function answerable({ state }: Carriers, messages: readonly Message[]): [Account, 'sms' | 'whatsapp'][] {
  const pairs = new Map<string, [Account, 'sms' | 'whatsapp']>()
  for (const { account, channel } of messages) {
    const found = state.accounts.find(({ id }) => id === account)
    if (found && (channel === 'sms' || channel === 'whatsapp')) pairs.set(`${account} ${channel}`, [found, channel])
  }
  return [...pairs.values()]
}

function answerForm({ id, sender }: Account, channel: 'sms' | 'whatsapp', phone: string): Html {
  const field = `texto-${channel}-${id}`
  return html`<form method="post" action="/responder"><input type="hidden" name="conta" value="${id}"><input type="hidden" name="canal" value="${channel}"><input type="hidden" name="numero" value="${phone}">
<label for="${field}">Responder por ${CHANNEL_NAMES[channel]} a ${sender}</label><textarea id="${field}" name="texto" required maxlength="1000"></textarea><button>Enviar</button></form>`
}
