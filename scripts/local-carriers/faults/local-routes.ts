import { at } from '../../local-bank/doors/fields.ts'
import { newId, type Carriers } from '../carriers.ts'
import type { Answer } from '../doors/ask.ts'
import { writeFrom } from '../phone-writes.ts'
import { openBrowser } from '../providers/push.ts'
import { reviewTemplate } from '../providers/meta.ts'
import type { Account, ProviderName } from '../state.ts'
import type { PostOffice } from '../webhooks/post-office.ts'
import { quietFaults } from './faults.ts'
import { readFaults } from './read-faults.ts'

/** What a tester's program asks of the carriers themselves; no part of any protocol. */
export interface LocalAsk {
  carriers: Carriers
  office: PostOffice
  baseUrl: string
  body: unknown
}

export interface LocalRoute {
  method: string
  path: string
  answer: (ask: LocalAsk) => Answer | Promise<Answer>
}

/** The knobs for tests and the demo, as JSON. */
export const LOCAL_ROUTES: readonly LocalRoute[] = [
  { method: 'POST', path: '/local/accounts', answer: openAccount },
  { method: 'PUT', path: '/local/webhooks', answer: setWebhook },
  { method: 'GET', path: '/local/messages', answer: ({ carriers }) => ({ status: 200, body: carriers.state.messages }) },
  { method: 'POST', path: '/local/inbound', answer: write },
  { method: 'POST', path: '/local/templates', answer: review },
  { method: 'POST', path: '/local/browsers', answer: ({ carriers, baseUrl }) => ({ status: 200, body: openBrowser(carriers, baseUrl) }) },
  { method: 'POST', path: '/local/browsers/gone', answer: ({ carriers }) => ({ status: 200, body: carriers.state.browsers.map((browser) => (browser.gone = true)) }) },
  { method: 'PUT', path: '/local/faults', answer: setFaults },
  { method: 'DELETE', path: '/local/faults', answer: ({ carriers }) => ({ status: 200, body: Object.assign(carriers.faults, quietFaults()) }) },
  { method: 'POST', path: '/local/webhooks/release', answer: async ({ office, body }) => ({ status: 200, body: { released: await office.release(at(body, 'order') === 'last' ? 'last' : 'first') } }) },
]

/** What `PUT /v1/channel-accounts/{channel}` takes. The same name and provider again is the same account. */
function openAccount({ carriers, baseUrl, body }: LocalAsk): Answer {
  const [provider, sender] = [String(at(body, 'provider')) as ProviderName, String(at(body, 'sender'))]
  if (!(provider in INPUTS)) return { status: 400, body: { refused: 'provider_unknown' } }
  const known = carriers.state.accounts.find((one) => one.provider === provider && one.sender === sender)
  const account = known ?? newAccount(provider, sender)
  if (!known) carriers.state.accounts.push(account)
  carriers.touch()
  return { status: 200, body: INPUTS[provider](account, baseUrl) }
}

function newAccount(provider: ProviderName, sender: string): Account {
  const key = newId('chave-')
  const own = { provider, key, sender, webhookUrl: null }
  if (provider === 'twilio') return { ...own, id: newId('AC'), signing: key, businessAccountId: null }
  if (provider === 'zenvia') return { ...own, id: key, signing: newId('assinatura-'), businessAccountId: null }
  return { ...own, id: digits(), signing: newId('segredo-'), businessAccountId: digits() }
}

const INPUTS: Record<ProviderName, (account: Account, baseUrl: string) => object> = {
  twilio: ({ id, key, sender }, baseUrl) => ({ provider: 'twilio', accountSid: id, authToken: key, sender, baseUrl: `${baseUrl}/twilio` }),
  zenvia: ({ key, signing, sender }, baseUrl) => ({ provider: 'zenvia', apiToken: key, webhookToken: signing, sender, baseUrl: `${baseUrl}/zenvia` }),
  meta: ({ id, key, signing, businessAccountId }, baseUrl) => ({ provider: 'meta', accessToken: key, appSecret: signing, verifyToken: 'prova-de-mentira', phoneNumberId: id, businessAccountId, baseUrl: `${baseUrl}/meta` }),
}

function digits(): string {
  return String(BigInt(`0x${newId('', 7)}`)).padStart(17, '1')
}

function setWebhook({ carriers, body }: LocalAsk): Answer {
  const account = carriers.state.accounts.find(({ id, key }) => [id, key].includes(String(at(body, 'account'))))
  if (!account) return { status: 404, body: { refused: 'account_unknown' } }
  account.webhookUrl = String(at(body, 'url'))
  carriers.touch()
  return { status: 200, body: {} }
}

function write({ carriers, body }: LocalAsk): Answer {
  const account = at(body, 'account')
  const written = writeFrom(carriers, { phone: String(at(body, 'phone')), text: String(at(body, 'text')), channel: at(body, 'channel') === 'whatsapp' ? 'whatsapp' : 'sms', ...(typeof account === 'string' ? { account } : {}) })
  return written ? { status: 200, body: written } : { status: 409, body: { refused: 'nobody_to_write_to' } }
}

function review({ carriers, body }: LocalAsk): Answer {
  const template = carriers.state.templates.findLast(({ name }) => name === at(body, 'name'))
  if (!template) return { status: 404, body: { refused: 'template_unknown' } }
  reviewTemplate(carriers, template, at(body, 'status') === 'REJECTED' ? 'REJECTED' : 'APPROVED')
  return { status: 200, body: template }
}

function setFaults({ carriers, body }: LocalAsk): Answer {
  const faults = readFaults(body)
  return faults ? { status: 200, body: Object.assign(carriers.faults, faults) } : { status: 400, body: { refused: 'fault_unknown' } }
}
