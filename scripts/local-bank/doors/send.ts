import type { ServerResponse } from 'node:http'
import type { Answer } from './ask.ts'

/** Sends an answer as JSON; a refusal as application/problem+json. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isProblem = status >= 400 && typeof body === 'object' && body !== null && 'type' in body
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': isProblem ? 'application/problem+json' : 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
