import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:https'
import { json } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import type { Credentials } from '../../scripts/local-bank/accounts/open-account.ts'
import type { Addresses } from '../../scripts/local-bank/faults/local-routes.ts'
import type { TestBank } from './local-bank.ts'

export interface BankAnswer<T> {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: T
}

/** A creditor's own program at the bank: bare requests over mutual TLS, with a token where it has one. */
export interface BankCustomer {
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<BankAnswer<T>>
  token(scope?: string): Promise<string>
}

type Access = Credentials & Addresses

/** Opens the bank to a program with these credentials; its first token has all scopes. */
export async function bankCustomer(access: Access): Promise<BankCustomer> {
  const bearer = await askToken(access)
  return {
    call: (method, path, body) => send(access, method, `${access.baseUrl}${path}`, { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, body === undefined ? '' : JSON.stringify(body)),
    token: (scope) => askToken(access, scope),
  }
}

async function askToken(access: Access, scope?: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) })
  const basic = Buffer.from(`${access.clientId}:${access.clientSecret}`).toString('base64')
  const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await send<{ access_token: string; error?: string }>(access, 'POST', access.tokenUrl, headers, form.toString())
  if (answer.status !== 200) throw new Error(answer.body.error)
  return answer.body.access_token
}

/** One request over mutual TLS. */
export function send<T>(access: Pick<Access, 'certificate' | 'privateKey' | 'bankCertificates'>, method: string, url: string, headers: Record<string, string>, text = ''): Promise<BankAnswer<T>> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, ca: access.bankCertificates, cert: access.certificate, key: access.privateKey, agent: false }, (response) => {
      const isJson = response.headers['content-type']?.includes('json')
      const body = isJson ? json(response) : Promise.resolve(response.resume()).then(() => undefined)
      body.then((read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read as T }), reject)
    })
    call.on('error', reject)
    call.end(text)
  })
}

export interface WebhookDoor {
  url: string
  /** The news that came and was not handed out yet, in its order; waits until there are so many. */
  next(count: number): Promise<unknown[]>
}

/** A door for the bank's news, by mutual TLS, closed after the file's last test. */
export async function webhookDoor({ door }: TestBank): Promise<WebhookDoor> {
  const came: unknown[] = []
  let wake: () => void = () => undefined
  const tls = { cert: readFileSync(door.certificateFile), key: readFileSync(door.keyFile), ca: readFileSync(door.clientCaFile), requestCert: true, rejectUnauthorized: true }
  const server = createServer(tls, (asked, response) => {
    void json(asked).then((body) => {
      came.push({ path: asked.url, body })
      response.writeHead(200).end()
      wake()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.address()
  const next: WebhookDoor['next'] = async (count) => {
    while (came.length < count) await new Promise<void>((resolve) => (wake = resolve))
    return came.splice(0, count)
  }
  return { url: `https://localhost:${typeof address === 'object' && address ? address.port : 0}`, next }
}
