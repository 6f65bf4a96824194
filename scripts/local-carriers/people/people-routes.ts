import { html } from '../../local-bank/people/html.ts'
import { STYLE } from '../../local-bank/people/style.ts'
import type { Carriers } from '../carriers.ts'
import { writeFrom } from '../phone-writes.ts'
import { homePage } from './home-page.ts'
import { phonePage } from './phone-page.ts'

export interface PeopleAsk {
  carriers: Carriers
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
  { method: 'GET', path: '/', answer: ({ carriers }) => shown(homePage(carriers)) },
  { method: 'GET', path: '/telefone', answer: ({ carriers, query }) => shown(phonePage(carriers, typedPhone(query.get('numero') ?? ''), query.has('nao') ? NOBODY : null)) },
  { method: 'GET', path: '/estilo.css', answer: () => ({ kind: 'text', type: 'text/css', text: STYLE + OWN_STYLE }) },
  { method: 'POST', path: '/responder', answer: write },
]

function write({ carriers, form }: PeopleAsk): PeopleAnswer {
  const phone = form.get('numero') ?? ''
  const text = (form.get('texto') ?? '').trim()
  const written = text !== '' && writeFrom(carriers, { phone, text, account: form.get('conta') ?? '', channel: form.get('canal') === 'whatsapp' ? 'whatsapp' : 'sms' })
  return { kind: 'go', to: `/telefone?numero=${encodeURIComponent(phone)}${written ? '' : '&nao=1'}` }
}

const NOBODY = html`<div class="notice problem" role="status"><h2>A mensagem não foi enviada.</h2><p>Escreva um texto e tente de novo.</p></div>`

// As people write them: with or without country, brackets and dashes. A browser's name stays as it is.
function typedPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (/^navegador-/.test(text)) return text
  return text.trim().startsWith('+') || digits.length > 11 ? `+${digits}` : `+55${digits}`
}

function shown(text: string): PeopleAnswer {
  return { kind: 'text', type: 'text/html', text }
}

/** A colour of its own, so that nobody takes it for the bank. */
const OWN_STYLE = `
:root { --brand: #1d6b57; --brand-strong: #124a3c; --brand-soft: #e2f1ec; }
@media (prefers-color-scheme: dark) { :root { --brand: #7fcdb5; --brand-strong: #a9e0cf; --brand-soft: #1b332c; --on-brand: #0d1512; } }
a.card { color: inherit; text-decoration: none; }
.mine { background: var(--brand-soft); margin-inline-start: 2rem; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; }
`
