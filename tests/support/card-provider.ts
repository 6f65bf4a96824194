import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { Clock } from '@repactua/api/platform/clock.ts'

interface Session {
  id: string
  object: 'checkout.session'
  url: string | null
  mode: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  client_reference_id: string
  expires_at: number
  payment_intent: { id: string; object: 'payment_intent'; latest_charge: { id: string; object: 'charge'; created: number } } | null
}

interface Answer {
  status: number
  body: unknown
}

type Fault = 'silent' | 'lost' | 'busy' | 'broken' | 'rubbish'

export interface CardProvider {
  url: string
  secretKey: string
  webhookSecret: string
  sessions: Map<string, Session>
  /** What the next calls suffer: no answer, done and then a 500, 429, 500, or a body that is none. */
  faults: Fault[]
  calls: { method: string; path: string; form: Record<string, string>; once: string | undefined }[]
  pay(sessionId: string): string
  expire(sessionId: string): void
  /** The card holder contests a payment; how it stands is changed by calling it again. Gives the dispute's id. */
  dispute(paymentIntent: string, status: 'under_review' | 'won' | 'lost', amount: number): string
  /** A webhook as the provider signs it. */
  notice(type: string, objectId: string): { body: string; signature: string }
}

const seconds = (clock: Clock) => Math.floor(clock.now().getTime() / 1_000)

/**
 * A provider of card checkouts that speaks Stripe's documented protocol, as far as it is used: form fields, a secret key, one
 * answer an idempotency key, bounds of amounts and times, signed webhooks. Closed after the file's last test.
 */
export async function startCardProvider(clock: Clock): Promise<CardProvider> {
  const disputes = new Map<string, object>()
  const once = new Map<string, { form: string; answer: Answer }>()
  const server = createServer((request, response) => void serve(request, response))
  const provider: CardProvider = {
    url: '', secretKey: 'sk_test_exemplo', webhookSecret: 'whsec_exemplo', sessions: new Map(), faults: [], calls: [],
    pay(sessionId) {
      const id = `pi_${randomUUID().replaceAll('-', '')}`
      Object.assign(provider.sessions.get(sessionId)!, { status: 'complete', payment_status: 'paid', url: null, payment_intent: { id, object: 'payment_intent', latest_charge: { id: `ch_${id}`, object: 'charge', created: seconds(clock) } } })
      return id
    },
    expire: (sessionId) => void Object.assign(provider.sessions.get(sessionId)!, { status: 'expired', url: null }),
    dispute(paymentIntent, status, amount) {
      const id = `du_${paymentIntent.slice(3)}`
      disputes.set(id, { id, object: 'dispute', status, amount, currency: 'brl', payment_intent: paymentIntent })
      return id
    },
    notice(type, objectId) {
      const body = JSON.stringify({ id: `evt_${randomUUID()}`, object: 'event', type, created: seconds(clock), data: { object: provider.sessions.get(objectId) ?? { id: objectId } } })
      return { body, signature: `t=${seconds(clock)},v1=${createHmac('sha256', provider.webhookSecret).update(`${seconds(clock)}.${body}`).digest('hex')}` }
    },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return provider

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part as string
    const key = request.headers['idempotency-key'] as string | undefined
    provider.calls.push({ method: request.method!, path: request.url!, form: Object.fromEntries(new URLSearchParams(body)), once: key })
    const fault = provider.faults.shift()
    if (fault === 'silent') return void response.destroy()
    if (fault === 'busy' || fault === 'broken') return reply(response, refusal(fault === 'busy' ? 429 : 500, 'api_error', fault === 'busy' ? 'rate_limit' : undefined))
    const answer = request.headers.authorization === `Bearer ${provider.secretKey}` ? route(request, body, key) : refusal(401, 'invalid_request_error')
    if (fault === 'lost') return reply(response, refusal(500, 'api_error'))
    if (fault === 'rubbish') return void response.writeHead(200).end('<html>')
    reply(response, answer)
  }

  function route({ method, url = '' }: IncomingMessage, body: string, key: string | undefined): Answer {
    const { pathname } = new URL(url, provider.url)
    if (method === 'POST' && pathname === '/v1/checkout/sessions') return createOnce(body, key)
    const id = decodeURIComponent(pathname.split('/').at(-1)!)
    const found = provider.sessions.get(id) ?? disputes.get(id)
    return method === 'GET' && found ? { status: 200, body: found } : refusal(404, 'invalid_request_error', 'resource_missing')
  }

  function createOnce(form: string, key: string | undefined): Answer {
    const known = key === undefined ? undefined : once.get(key)
    if (known) return known.form === form ? known.answer : refusal(400, 'idempotency_error')
    const answer = create(Object.fromEntries(new URLSearchParams(form)))
    if (key !== undefined) once.set(key, { form, answer })
    return answer
  }

  function create(form: Record<string, string>): Answer {
    const amount = Number(form['line_items[0][price_data][unit_amount]'])
    const expiresAt = Number(form['expires_at'])
    if (form['mode'] !== 'payment' || form['line_items[0][price_data][currency]'] !== 'brl' || form['payment_method_types[0]'] !== 'card') return refusal(400, 'invalid_request_error', 'parameter_invalid')
    if (!(amount >= 50)) return refusal(400, 'invalid_request_error', 'amount_too_small')
    if (expiresAt < seconds(clock) + 1_800 || expiresAt > seconds(clock) + 86_400) return refusal(400, 'invalid_request_error', 'parameter_invalid')
    const id = `cs_test_${randomUUID().replaceAll('-', '')}`
    const session: Session = {
      id, object: 'checkout.session', url: `https://checkout.exemplo.test/c/pay/${id}`, mode: 'payment', status: 'open', payment_status: 'unpaid', amount_total: amount, currency: 'brl',
      client_reference_id: form['client_reference_id']!, expires_at: expiresAt, payment_intent: null,
    }
    provider.sessions.set(id, session)
    return { status: 200, body: { ...session } }
  }
}

function refusal(status: number, type: string, code?: string): Answer {
  return { status, body: { error: { type, ...(code ? { code } : {}), message: 'A message that may repeat what was sent.' } } }
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
