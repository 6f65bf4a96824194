import { connectionProblem, readProblem } from './api-problem.ts'
import { withIdempotencyKey } from './idempotency.ts'
import { noteContact } from './session.ts'

const BASE = '/v1'

/** GET; throws an ApiProblem where the API refuses or does not answer. */
export function apiGet<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>(path, { method: 'GET', ...(signal && { signal }) })
}

/** POST that may be repeated freely: a sign-in code, a session. */
export function apiPost<T>(path: string, body?: object): Promise<T> {
  return send<T>(path, withBody({}, body))
}

/** POST that creates: a double click or a retry is the same request to the API. */
export function apiCreate<T>(path: string, body?: object): Promise<T> {
  return withIdempotencyKey(`${path} ${JSON.stringify(body ?? null)}`, (key) =>
    send<T>(path, withBody({ 'idempotency-key': key }, body)),
  )
}

/** PUT: the same again changes nothing. */
export function apiPut<T>(path: string, body?: object): Promise<T> {
  return send<T>(path, withBody({}, body, 'PUT'))
}

export function apiDelete<T = void>(path: string, body?: object): Promise<T> {
  return send<T>(path, withBody({}, body, 'DELETE'))
}

function withBody(headers: Record<string, string>, body?: object, method = 'POST'): RequestInit {
  if (!body) return { method, headers }
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(BASE + path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    throw init.signal?.aborted ? error : connectionProblem()
  })
  if (!response.ok) throw await readProblem(response)
  noteContact()
  return (response.status === 204 ? undefined : await response.json()) as T
}
