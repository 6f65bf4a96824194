import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Random } from '../../../scripts/demo/random.ts'
import type { MovableClock } from '../../support/movable-clock.ts'
import type { Taken, Weather } from './carrier-log.ts'

export const ACCOUNT_SID = `AC${'0'.repeat(32)}`
export const AUTH_TOKEN = 'a-token-of-the-year'

export interface SmsCarrier {
  url: string
  /** Where receipts of what it took are to be brought, in the order in which it took them. */
  receipts: { callbackUrl: string; sid: string; to: string }[]
  close(): void
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** Takes SMS as Twilio does (Messages resource), in its weather, and writes down what it took. */
export async function startSmsCarrier({ log, clock, random, weather }: { log: Taken[]; clock: MovableClock; random: Random; weather: Weather }): Promise<SmsCarrier> {
  const receipts: SmsCarrier['receipts'] = []
  const badNumbers = new Set<string>()
  const messages: { sid: string; to: string; body: string; status: string; direction: string }[] = []
  const server = createServer((request, response) => void textOf(request).then((text) => (request.method === 'GET' ? list(request, response) : take(new URLSearchParams(text), request, response))))
  function list({ url }: IncomingMessage, response: ServerResponse): void {
    const asked = new URL(url!, 'http://carrier').searchParams.get('To')
    answer(response, 200, { messages: messages.filter(({ to }) => to === asked) })
  }
  function take(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const [to, callbackUrl] = [form.get('To')!, form.get('StatusCallback')!]
    const draw = random.whole(1, 1_000)
    if (draw <= weather.busy) return answer(response, 429, { code: 20429, message: 'Too Many Requests' })
    if (draw <= weather.busy + weather.down) return answer(response, 503, { message: 'Service Unavailable' })
    if (badNumbers.has(to) || draw <= weather.busy + weather.down + weather.badNumber) {
      badNumbers.add(to)
      return answer(response, 400, { code: 21211, message: 'Invalid To' })
    }
    const attemptId = UUID.exec(new URL(callbackUrl).search)![0]
    const sid = `SM${createHash('md5').update(`${attemptId} ${log.length}`).digest('hex')}`
    log.push({ attemptId, at: clock.now(), channel: 'sms', to })
    receipts.push({ callbackUrl, sid, to })
    messages.push({ sid, to, body: form.get('Body')!, status: 'sent', direction: 'outbound-api' })
    if (random.whole(1, 1_000) <= weather.silent) return void request.socket.destroy()
    answer(response, 201, { sid, status: 'queued', to })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, receipts, close: () => void server.close().closeAllConnections() }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
