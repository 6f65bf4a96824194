import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as requestHttps, type RequestOptions } from 'node:https'
import { lookupPublic, refuseAddress } from './public-lookup.ts'

const CONNECT_MS = 1_500
const ANSWER_MS = 5_000
const LARGEST_ANSWER = 4_000_000

export interface ServerCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers: Record<string, string>
  body?: string | Buffer
  /** Who we are to the server, where it asks for a certificate, and whom we take it to be from: PEM. Without `ca` the usual authorities. */
  tls?: { cert: string; key: string; ca?: string }
}

export interface ServerAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Why no whole answer came. Where `isWritten`, the server may have done what it was asked. */
export type ServerFault = Error & { isWritten?: boolean }

/**
 * Asks a server, over TLS with a certificate of our own where one is given. Rejects where no connection stands in 1.5 s or the whole answer is
 * not there in 5 s, with a `ServerFault`. Follows no redirect. Unless `allowsPrivate`, it refuses whatever is not of the public internet, by the
 * address that the connection goes to.
 */
export function askServer(url: URL, { method, headers, body, tls }: ServerCall, { allowsPrivate }: { allowsPrivate: boolean }): Promise<ServerAnswer> {
  const refusal = allowsPrivate ? null : refuseAddress(url)
  if (refusal) return Promise.reject(refusal)
  const { promise, resolve, reject } = Promise.withResolvers<ServerAnswer>()
  const sized = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const options: RequestOptions = {
    method, headers: { ...headers, ...sized }, ...tls, agent: false, minVersion: 'TLSv1.2', signal: AbortSignal.timeout(ANSWER_MS), ...(allowsPrivate ? {} : { lookup: lookupPublic }),
  }
  const isTls = url.protocol === 'https:'
  let isWritten = false
  const fail = (error: Error) => reject(Object.assign(error, { isWritten }))
  const request = (isTls ? requestHttps : requestHttp)(url, options, (message) => void read(message).then(resolve, fail))
  const connecting = setTimeout(() => request.destroy(new Error('no connection in time')), CONNECT_MS)
  request.on('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', () => clearTimeout(connecting)))
  request.on('finish', () => (isWritten = true))
  request.on('error', fail)
  request.on('close', () => clearTimeout(connecting))
  request.end(body)
  return promise
}

async function read(message: IncomingMessage): Promise<ServerAnswer> {
  let body = ''
  message.setEncoding('utf8')
  for await (const part of message) {
    body += part as string
    if (body.length > LARGEST_ANSWER) throw new Error('the answer is too large')
  }
  return { status: message.statusCode ?? 0, headers: message.headers, body }
}
