import { newId, type Carriers } from '../carriers.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import type { Account, PhoneChannel } from '../state.ts'
import { takeIn, type Words } from './take-in.ts'

/** POST /2010-04-01/Accounts/{sid}/Messages.json: https://www.twilio.com/docs/messaging/api/message-resource */
export function postMessage(ask: Ask): Answer {
  const form = new URLSearchParams(ask.bytes.toString())
  const text = form.get('Body') ?? contentOf(form)
  const isWhatsapp = (form.get('To') ?? '').startsWith('whatsapp:')
  return take(ask, form, { channel: isWhatsapp ? 'whatsapp' : 'sms', text, missing: text === null ? 21619 : null, prefix: 'SM' })
}

/** GET /2010-04-01/Accounts/{sid}/Messages.json: the latest to a number. */
export function listMessages({ carriers, params, headers, query }: Ask): Answer {
  const account = accountOf(carriers, params['sid'], headers['authorization'])
  if (!account) return UNKNOWN
  const phone = query.get('To')
  const found = carriers.state.messages.filter((one) => one.account === account.id && one.phone === phone).slice(-50).reverse()
  return { status: 200, body: { messages: found.map(({ id, text, direction, status }) => ({ sid: id, to: phone, body: text, status, direction: direction === 'out' ? 'outbound-api' : 'inbound' })) } }
}

/** POST /2010-04-01/Accounts/{sid}/Calls.json: https://www.twilio.com/docs/voice/api/call-resource */
export function postCall(ask: Ask): Answer {
  const form = new URLSearchParams(ask.bytes.toString())
  const said = /^<Response><Say language="pt-BR">([^<>]*)<\/Say><\/Response>$/.exec(form.get('Twiml') ?? '')?.[1]
  const text = said?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? null
  return take(ask, form, { channel: 'voice', text, missing: text === null ? 12100 : null, prefix: 'CA' })
}

interface Kind {
  channel: PhoneChannel
  text: string | null
  /** The code by which a missing text is refused. */
  missing: number | null
  prefix: 'SM' | 'CA'
}

function take({ carriers, params, headers }: Ask, form: URLSearchParams, { channel, text, missing, prefix }: Kind): Answer {
  const account = accountOf(carriers, params['sid'], headers['authorization'])
  if (!account) return UNKNOWN
  const phone = (form.get('To') ?? '').replace('whatsapp:', '')
  const wrong = missing ?? wrongIn(form, phone)
  if (wrong !== null) return WORDS.refused(wrong)
  const id = newId(prefix)
  const body = { sid: id, account_sid: account.id, to: form.get('To'), from: form.get('From'), messaging_service_sid: form.get('MessagingServiceSid'), body: text, status: 'queued', direction: 'outbound-api', api_version: '2010-04-01', error_code: null }
  return takeIn(carriers, { id, provider: 'twilio', account: account.id, channel, phone, text: text!, callbackUrl: form.get('StatusCallback'), ours: null }, WORDS, { status: 201, body })
}

const WORDS: Words = {
  tooMany: { status: 429, headers: { 'retry-after': '1' }, body: { code: 20429, message: 'Too Many Requests', more_info: 'https://www.twilio.com/docs/errors/20429', status: 429 } },
  refused: (code) => ({ status: 400, body: { code, message: 'Refused', more_info: `https://www.twilio.com/docs/errors/${code}`, status: 400 } }),
  badNumber: 21614,
  unreachable: 30005,
}

function wrongIn(form: URLSearchParams, phone: string): number | null {
  if (!/^\+[1-9]\d{7,14}$/.test(phone)) return 21211
  if (!form.get('From') && !form.get('MessagingServiceSid')) return 21603
  return (form.get('Body') ?? '').length > 1_600 ? 21617 : null
}

// What the template of Twilio's Content API says is not known here: its values are shown.
function contentOf(form: URLSearchParams): string | null {
  const sid = form.get('ContentSid')
  if (!sid) return null
  const values = Object.values(JSON.parse(form.get('ContentVariables') ?? '{}') as Record<string, string>)
  return `Modelo ${sid}: ${values.join(' · ')}`
}

const UNKNOWN: Answer = { status: 401, body: { code: 20003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 } }

function accountOf({ state }: Carriers, sid: string | undefined, authorization: unknown): Account | undefined {
  return state.accounts.find((account) => account.provider === 'twilio' && account.id === sid && authorization === basic(account))
}

function basic({ id, key }: Account): string {
  return `Basic ${Buffer.from(`${id}:${key}`).toString('base64')}`
}
