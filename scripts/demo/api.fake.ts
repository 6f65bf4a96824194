import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'

/** What the fake API holds. */
interface World {
  clients: Set<string>
  firstClient: number
  made: { creditors: number; policies: number; published: number; withdrawn: string[]; rulers: number; signed: number; payments: number }
  /** Their accounts at the bank. */
  connected: Set<string>
  /** What they send by, and the texts that they had approved. */
  phones: string[]
  texts: string[]
  imported: string[]
  mails: { id: string; to: { address: string }[]; text: string }[]
  agreement: { id: string; signedAt: string | null; term: { sha256: string }; can: { sign: { ok: boolean } }; installments: object[] } | null
  refusePolicies: string | null
}

interface Answer {
  status?: number
  body: unknown
  headers?: Record<string, string>
}

interface Ask {
  body: Record<string, string>
  init: RequestInit
  /** The last part of the path but one. */
  owner: string
}

type Act = (world: World, ask: Ask) => Answer | Promise<Answer>

export interface FakeApi {
  world: World
  calls: string[]
  fetch: (url: string, init?: RequestInit) => Promise<Response>
}

/** Answers the loader's calls as API and mail catcher would, and can lose one call before or after acting on it. */
export function fakeApi({ breakAt, firstClient = 1 }: { breakAt?: { at: number; moment: 'before' | 'after' }; firstClient?: number } = {}): FakeApi {
  const world = newWorld(firstClient)
  const calls: string[] = []
  const answers = new Map<string, Answer>()
  const broken = new Error('the line is down')
  let line = breakAt

  const fetch: FakeApi['fetch'] = async (url, init = {}) => {
    const call = `${init.method} ${new URL(url).pathname}`
    const lost = line?.at === calls.push(call) - 1 ? line.moment : null
    if (lost) line = undefined
    if (lost === 'before') throw broken
    const { status = 200, body, headers = {} } = await once(answers, world, call, init)
    if (lost === 'after') throw broken
    return new Response(JSON.stringify(body), { status, headers })
  }
  return { world, calls, fetch }
}

function newWorld(firstClient: number): World {
  return {
    clients: new Set(['client_operator']),
    firstClient,
    made: { creditors: 0, policies: 0, published: 0, withdrawn: [], rulers: 0, signed: 0, payments: 0 },
    connected: new Set(),
    phones: [],
    texts: [],
    imported: [],
    mails: [],
    agreement: null,
    refusePolicies: null,
  }
}

async function once(answers: Map<string, Answer>, world: World, call: string, init: RequestInit): Promise<Answer> {
  const key = headersOf(init)['idempotency-key']
  const answer = answers.get(key ?? '') ?? (await act(world, call, init))
  if (key) answers.set(key, answer)
  return answer
}

async function act(world: World, call: string, init: RequestInit): Promise<Answer> {
  const found = Object.entries(ACTS).find(([pattern]) => new RegExp(`^${pattern}$`).test(call))
  if (!found) return refusal(404, `no fake for ${call}`)
  const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, string>) : {}
  return found[1](world, { body, init, owner: call.split('/').at(-2) ?? '' })
}

const ACTS: Record<string, Act> = {
  'POST /v1/oauth/token': ({ clients }, { init }) => {
    const basic = headersOf(init)['authorization']?.replace('Basic ', '') ?? ''
    const id = Buffer.from(basic, 'base64').toString().split(':')[0] ?? ''
    return clients.has(id) ? { body: { access_token: 't', expires_in: 600 } } : refusal(401, 'invalid_client')
  },
  'POST /v1/creditors': ({ made, clients, firstClient }) => {
    const number = firstClient + made.creditors++
    clients.add(`client_${number}`)
    return { status: 201, body: { client: { clientId: `client_${number}`, clientSecret: `secret_${number}` } } }
  },
  'POST /v1/policies': ({ made, refusePolicies }) => (refusePolicies ? refusal(422, refusePolicies) : { status: 201, body: { id: `policy_${(made.policies += 1)}` } }),
  'POST /v1/policies/policy_\\d/publication': ({ made }, { owner }) => {
    const published = made.published >= Number(owner.split('_')[1])
    return published ? refusal(409, 'policy_not_draft') : { body: { version: (made.published += 1) } }
  },
  'POST /v1/debt-imports': async ({ imported }, { init }) => {
    const lines = (await text(init.body as unknown as Readable)).trim().split('\n')
    imported.push(...lines.map((line) => (JSON.parse(line) as { externalId: string }).externalId))
    return { status: 202, body: { id: 'import_1', status: 'queued' } }
  },
  'GET /v1/debt-imports/import_1': () => ({ body: { status: 'completed', received: 1, rejected: 0 } }),
  'POST /v1/debts/.+/withdrawal': ({ made }, { owner }) => {
    if (made.withdrawn.includes(owner)) return refusal(409, 'debt_not_open')
    made.withdrawn.push(owner)
    return { body: {} }
  },
  'POST /v1/rulers': ({ made }) => ({ status: 201, body: { id: `ruler_${(made.rulers += 1)}` } }),
  'POST /local/accounts': (_, { body }) => ({ body: body['provider'] ? { provider: body['provider'], accountSid: `AC${body['sender']}` } : { clientId: `bank_${(body['holder'] as unknown as { cnpj: string }).cnpj}`, baseUrl: 'https://localhost:1443/api' } }),
  'PUT /v1/pix-account': ({ connected }, { body }) => ({ body: { status: connected.add(body['clientId'] ?? '') && 'waiting' } }),
  'PUT /v1/channel-accounts/\\w+': ({ phones }, { body }) => ({ body: { webhookUrl: `http://api.test/v1/carrier-webhooks/${phones.push(body['provider'] ?? '')}` } }),
  'PUT /local/webhooks': () => ({ body: {} }),
  'GET /v1/message-templates': () => ({ body: { data: [{ whatsappTemplate: { name: 'debt_reminder' } }, { whatsappTemplate: null }] } }),
  'POST /v1/channel-accounts/whatsapp/templates': ({ texts }, { body }) => ({ status: 201, body: { name: texts.push(body['name'] ?? '') } }),
  'GET /email': ({ mails }) => ({ body: mails }),
  'POST /v1/sign-in-challenges': mailCode,
  'POST /v1/sessions': (_, { body }) => (body['code'] === '123456' ? { status: 201, body: {}, headers: { 'set-cookie': 'session=1; HttpOnly' } } : refusal(422, 'code_invalid')),
  'GET /v1/me/agreements': ({ agreement }) => ({ body: { data: agreement ? [agreement] : [] } }),
  'GET /v1/me/debts': () => ({ body: { data: [{ id: 'debt_1', can: { negotiate: { ok: true } } }] } }),
  'POST /v1/me/offer-sheets': () => ({ status: 201, body: { id: 'sheet_1', options: [{ id: 'cash', count: 1 }, { id: 'installments-6', count: 6 }] } }),
  'POST /v1/me/agreements': (world) => {
    world.agreement = { id: 'agreement_1', signedAt: null, term: { sha256: 'f'.repeat(64) }, can: { sign: { ok: true } }, installments: [{ number: 1, amountCents: 100, status: 'open' }] }
    return { status: 201, body: world.agreement }
  },
  'POST /v1/me/agreements/agreement_1/signature-challenges': mailCode,
  'POST /v1/me/agreements/agreement_1/signature': ({ agreement, made }) => {
    made.signed += 1
    return { body: Object.assign(agreement ?? {}, { signedAt: '2026-11-21T13:00:00.000Z' }) }
  },
  'POST /v1/payments': ({ made }) => {
    made.payments = 1
    return { status: 201, body: {} }
  },
}

function mailCode({ mails }: World): Answer {
  mails.push({ id: String(mails.length), to: [{ address: 'rafael.pinto.0006@exemplo.test' }], text: 'Seu código é 123456.' })
  return { status: 202, body: { challengeId: 'challenge_1' } }
}

function refusal(status: number, code: string): Answer {
  return { status, body: { code, detail: code } }
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return (headers ?? {}) as Record<string, string>
}
