export type Method = 'GET' | 'POST' | 'PUT'

/** What a client program sends; `body` goes as JSON. */
export interface Call {
  body?: unknown
  headers?: Record<string, string>
}

/** One JSON call. An answer outside 2xx is thrown as an Error whose `cause` is `{status, code}`. */
export async function callJson<T>(method: Method, url: string, { body, headers = {} }: Call = {}): Promise<{ body: T; response: Response }> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(url, { method, headers: { ...type, ...headers }, ...content })
  await refuseUnlessOk(response, method, url)
  return { body: (response.status === 204 ? undefined : await response.json()) as T, response }
}

export async function refuseUnlessOk(response: Response, method: string, url: string): Promise<void> {
  if (response.ok) return
  const problem = (await response.json().catch(() => ({}))) as { code?: string; error?: string; detail?: string; errors?: unknown }
  const code = problem.code ?? problem.error ?? 'unknown'
  const fields = problem.errors ? ` ${JSON.stringify(problem.errors)}` : ''
  throw new Error(`${method} ${url} was refused: ${response.status} ${code}. ${problem.detail ?? ''}${fields}`, { cause: { status: response.status, code } })
}

/** The stable code of a refusal thrown by `callJson`; null for any other failure. */
export function refusalCode(error: unknown): string | null {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' ? cause.code : null
}
