import { askServer, type ServerFault } from '../../../platform/http-out/ask-server.ts'
import type { SendOutcome } from '../carrier.ts'
import type { OpenAccount } from './provider.ts'

export interface ProviderCall {
  /** Below the base URL. */
  path: string
  headers: Record<string, string>
  /** Of a POST; without one it is a GET. */
  body?: string
}

export interface ProviderAnswer {
  status: number
  body: unknown
}

/** Asks a provider. What says by itself that nothing went out, or that nobody knows, is an outcome already; anything else is the provider's own answer. */
export async function askProvider({ record, allowsPrivate }: Pick<OpenAccount, 'record' | 'allowsPrivate'>, { path, headers, body }: ProviderCall): Promise<ProviderAnswer | SendOutcome> {
  const told = await askServer(new URL(`${record.baseUrl}${path}`), { method: body === undefined ? 'GET' : 'POST', headers: { accept: 'application/json', ...headers }, ...(body === undefined ? {} : { body }) }, { allowsPrivate }).catch((fault: ServerFault) => fault)
  if (told instanceof Error) return told.isWritten ? { kind: 'in_doubt' } : { kind: 'down' }
  return outcomeOfStatus(told.status, told.headers['retry-after']) ?? { status: told.status, body: parse(told.body) }
}

/** No server has a line stand still for longer by its word alone: asked again then, it may say so again. */
const LONGEST_WAIT_SECONDS = 3_600

/** What a status says of a message at any provider; null where its body decides. */
export function outcomeOfStatus(status: number, retryAfter: string | undefined): SendOutcome | null {
  const seconds = Number(retryAfter)
  if (status === 429) return { kind: 'busy', retryAfterSeconds: seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_WAIT_SECONDS) : null }
  // Credentials that are refused, and a server that says it is not there, are of the account and not of this message.
  if (status === 401 || status === 403 || status === 503) return { kind: 'down' }
  return status >= 500 || status < 200 || (status >= 300 && status < 400) ? { kind: 'in_doubt' } : null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
