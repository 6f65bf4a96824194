import { err, ok } from '../../../core/result.ts'
import { askServer, type ServerAnswer } from '../../../platform/http-out/ask-server.ts'
import type { Asked } from '../card-gateway.ts'

export interface StripeAccess {
  baseUrl: string
  secretKey: string
  allowsPrivate: boolean
}

export interface StripeCall<T> {
  method: 'GET' | 'POST'
  path: string
  /** Of a POST: its fields, in Stripe's form encoding, and the key that makes it happen once. */
  form?: Record<string, string>
  once?: string
  read: (body: unknown) => T | null
}

/** The version that answers are read by; without it an account's own setting would decide. */
const VERSION = '2024-06-20'

/** Asks Stripe's REST API. What it refuses is named by its code alone: its messages may repeat what was sent. */
export async function askStripe<T>({ baseUrl, secretKey, allowsPrivate }: StripeAccess, { method, path, form, once, read }: StripeCall<T>): Asked<T> {
  const headers = {
    authorization: `Bearer ${secretKey}`, 'stripe-version': VERSION, accept: 'application/json',
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...(once ? { 'idempotency-key': once } : {}),
  }
  const call = { method, headers, ...(form ? { body: new URLSearchParams(form).toString() } : {}) }
  const answer = await askServer(new URL(`${baseUrl}${path}`), call, { allowsPrivate }).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
  if (answer instanceof Error) return err({ kind: 'silent', problem: answer.message.slice(0, 200) })
  const body = parse(answer)
  if (answer.status < 200 || answer.status > 299) return err({ kind: isPassing(answer.status) ? 'silent' : 'refused', problem: `${answer.status} ${codeOf(body)}`.trim() })
  const value = read(body)
  return value === null ? err({ kind: 'silent', problem: `${answer.status} with a body that is not understood` }) : ok(value)
}

// A twin in flight, too many calls, a fault of theirs: it may be tried again.
function isPassing(status: number): boolean {
  return status === 409 || status === 429 || status >= 500
}

function parse({ body }: ServerAnswer): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function codeOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { code?: unknown; type?: unknown } }
  const code = error?.code ?? error?.type
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : ''
}
