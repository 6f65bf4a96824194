import { setTimeout as pause } from 'node:timers/promises'
import type { Journal } from './journal.ts'

const PATIENCE_MS = 15_000
const BETWEEN_TRIES_MS = 60
const GIVE_UP_AFTER_MS = 90_000

export interface Ask {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers: Record<string, string>
  body?: object
}

export interface Told {
  status: number
  body: Record<string, unknown>
}

/** Asks again and again until it is answered with something else than "later", as a careful caller does; null where that never comes, or nobody wants it any more. */
export async function untilTold(url: string, journal: Journal, ask: Ask, isWanted: () => boolean): Promise<Told | null> {
  for (const begun = Date.now(); isWanted() && Date.now() - begun < GIVE_UP_AFTER_MS; await pause(BETWEEN_TRIES_MS)) {
    const told = await askOnce(url, journal, ask)
    if (told && told.status !== 503 && told.body['code'] !== 'idempotency_in_flight') return told
  }
  return null
}

/** Asks once; null where no answer came. */
export async function askOnce(url: string, journal: Journal, { method, path, headers, body }: Ask): Promise<Told | null> {
  const begun = performance.now()
  try {
    const answer = await fetch(`${url}/v1${path}`, {
      method, signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    const read = JSON.parse(text || '{}') as Told['body']
    journal.answers.push({
      at: begun, ms: performance.now() - begun, status: answer.status, code: typeof read['code'] === 'string' ? read['code'] : null,
      isProblem: (answer.headers.get('content-type') ?? '').startsWith('application/problem+json'), retryAfter: answer.headers.has('retry-after'),
    })
    return { status: answer.status, body: read }
  } catch {
    journal.unanswered.push({ at: begun, until: performance.now() })
    return null
  }
}
