import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import type { Bank } from '../bank.ts'
import { takeFault, type RequestFault } from '../faults/faults.ts'
import { accountOf, assertScope, giveToken, tokenRefused } from '../oauth/tokens.ts'
import type { Answer, Ask } from './ask.ts'
import { match } from './match.ts'
import type { PixRoute } from './pix-route.ts'
import { PIX_ROUTES } from './pix-routes.ts'
import { problem, refuse } from './problems.ts'
import { readBody, readJson } from './read-body.ts'
import { answerToError, send } from './send.ts'

const API = '/api'
const TOKEN = '/oauth/token'

/** The Pix API over mutual TLS: who has no certificate of this bank does not get past the handshake. */
export function openPixDoor(bank: Bank): Server {
  const { authority, server } = bank.papers
  return createServer(
    { ca: authority.certificate, cert: server.certificate, key: server.privateKey, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    (request, response) => void handle(bank, request, response),
  )
}

async function handle(bank: Bank, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://localhost')
  const text = await readBody(request)
  const fault = takeFault(bank.faults, request.method ?? '', url.pathname)
  if (fault?.kind === 'slow') await pause(fault.delayMs)
  const answer = refusedBy(fault) ?? answerTo(bank, request, url, text)
  if (fault?.kind !== 'lost_answer') return send(response, answer)
  await pause(fault.delayMs)
  request.socket.destroy()
}

function refusedBy(fault: RequestFault | null): Answer | null {
  if (fault?.kind !== 'too_many' && fault?.kind !== 'unavailable') return null
  const status = fault.kind === 'too_many' ? 429 : 503
  return { status, body: { ...problem('ServicoIndisponivel'), status }, headers: { 'retry-after': String(fault.retryAfterSeconds) } }
}

function answerTo(bank: Bank, request: IncomingMessage, url: URL, text: string | null): Answer {
  const isToken = request.method === 'POST' && url.pathname === TOKEN
  return isToken
    ? giveToken(bank, { authorization: request.headers.authorization, form: new URLSearchParams(text ?? ''), certificateName: nameOf(request) })
    : orRefusal(() => route(bank, request, url, text))
}

function route(bank: Bank, request: IncomingMessage, url: URL, text: string | null): Answer {
  const found = url.pathname.startsWith(API) ? match(PIX_ROUTES, request.method ?? '', url.pathname.slice(API.length)) : null
  const known = accountOf(bank, request.headers.authorization, nameOf(request))
  if (!known) return tokenRefused()
  if (!found) refuse('NaoEncontrado')
  assertScope(known.scopes, found.route.scope)
  const ask = { bank, account: known.account, params: found.params, query: url.searchParams, body: readJson(text) }
  return watched(ask, found.route)
}

function watched(ask: Ask, { method, path, answer }: PixRoute): Answer {
  const given = orRefusal(() => answer(ask))
  ask.bank.watch({ method, path, request: ask.body, status: given.status, answer: given.body })
  return given
}

function orRefusal(answer: () => Answer): Answer {
  try {
    return answer()
  } catch (error) {
    return answerToError(error)
  }
}

function nameOf({ socket }: IncomingMessage): string {
  const { subject } = (socket as TLSSocket).getPeerCertificate()
  return typeof subject?.CN === 'string' ? subject.CN : ''
}
