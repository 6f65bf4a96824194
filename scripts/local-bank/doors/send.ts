import type { ServerResponse } from 'node:http'
import type { Answer } from './ask.ts'
import { problem, problemIn } from './problems.ts'

/** Sends an answer as JSON; a refusal as application/problem+json. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isProblem = status >= 400 && typeof body === 'object' && body !== null && 'type' in body
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': isProblem ? 'application/problem+json' : 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

/** What a failure answers: the refusal inside it, or, told on the log, that something went wrong here. */
export function answerToError(error: unknown): Answer {
  const refusal = problemIn(error)
  if (!refusal) console.error(error)
  const body = refusal ?? problem('ErroInternoDoServidor')
  return { status: body.status, body }
}
