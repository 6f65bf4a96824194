import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookupPublic, refuseAddress } from './public-lookup.ts'

export interface CallOut {
  method: 'POST'
  headers: Record<string, string>
  body: string
  timeoutMs: number
}

/** What came back; its body is not read. A redirect is an answer like any other: it is not followed. */
export interface CalledAnswer {
  status: number
  retryAfter: string | null
}

/**
 * Tells something to an address that a tenant wrote down. Unless `allowsPrivate`, refuses whatever is not of the public
 * internet, by the address that the connection goes to. Rejects where no answer came in time.
 */
export function callOut(url: URL, { method, headers, body, timeoutMs }: CallOut, { allowsPrivate }: { allowsPrivate: boolean }): Promise<CalledAnswer> {
  const refusal = allowsPrivate ? null : refuseAddress(url)
  if (refusal) return Promise.reject(refusal)
  const { promise, resolve, reject } = Promise.withResolvers<CalledAnswer>()
  const options: RequestOptions = { method, headers, agent: false, signal: AbortSignal.timeout(timeoutMs), ...(allowsPrivate ? {} : { lookup: lookupPublic }) }
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (message) => resolve(read(message)))
  request.on('error', reject)
  request.end(body)
  return promise
}

function read(message: IncomingMessage): CalledAnswer {
  message.destroy()
  return { status: message.statusCode ?? 0, retryAfter: message.headers['retry-after'] ?? null }
}
