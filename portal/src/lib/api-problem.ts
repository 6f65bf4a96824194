import type { Problem } from '@repactua/shared/errors/problem.ts'

/** A refusal or fault of the API, with its words for the reader. */
export interface ApiProblem extends Error {
  readonly problem: Problem
  /** Seconds to wait before trying again, where the API says so. */
  readonly retryAfterSeconds: number | null
}

export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && 'problem' in error
}

/** The code of a refusal, or null for anything else. */
export function problemCode(error: unknown): string | null {
  return isApiProblem(error) ? error.problem.code : null
}

/** True where the same request may work in a moment: no network, an overloaded or restarting server. */
export function isPassing(error: unknown): boolean {
  if (!isApiProblem(error)) return false
  const { status, code } = error.problem
  return status === 0 || status === 502 || status === 503 || status === 504 || code === 'idempotency_in_flight'
}

/** Reads an answer that is not a success; one that is no problem+json gets plain words of its own. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const wait = Number(response.headers.get('retry-after') ?? '')
  return toError(await bodyOf(response), Number.isFinite(wait) && wait > 0 ? wait : null)
}

/** There was no answer at all. */
export function connectionProblem(): ApiProblem {
  return toError({ ...plain(0), code: 'no_connection', title: 'Não conseguimos falar com o servidor.', action: 'Confira sua internet e tente de novo. Nada foi perdido.' }, null)
}

function toError(problem: Problem, retryAfterSeconds: number | null): ApiProblem {
  return Object.assign(new Error(problem.title), { problem, retryAfterSeconds })
}

async function bodyOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const requestId = response.headers.get('x-request-id') ?? ''
  return { ...plain(response.status), requestId, ...(isRecord(body) ? body : {}) }
}

function plain(status: number): Problem {
  return {
    type: 'about:blank', status, code: 'unknown', detail: '', requestId: '',
    title: 'Algo deu errado do nosso lado.', action: 'Tente de novo em alguns instantes.',
  }
}

function isRecord(body: unknown): body is Partial<Problem> {
  return typeof body === 'object' && body !== null
}
