import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { LOCAL_ROUTES, type LocalAsk } from '../faults/local-routes.ts'
import { PEOPLE_ROUTES, type PeopleAnswer } from '../people/people-routes.ts'
import type { Answer } from './ask.ts'
import { match } from './match.ts'
import { problem, refuse } from './problems.ts'
import { readBody, readJson } from './read-body.ts'
import { answerToError, send } from './send.ts'

/**
 * The people's page and the knobs, for this machine alone. A page of another site can neither send a form here (its origin
 * shows) nor a knob (JSON needs a leave that nobody gives), and a strange host name is not answered (DNS rebinding).
 */
export function openPageDoor(rooms: Rooms): Server {
  return createServer((request, response) => void handle(rooms, request, response))
}

type Rooms = Omit<LocalAsk, 'body'>

async function handle(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readBody(request)
  try {
    if (!isFromHere(request)) refuse('AcessoNegado')
    const url = new URL(request.url ?? '/', 'http://localhost')
    const people = match(PEOPLE_ROUTES, request.method ?? '', url.pathname)
    if (people) show(response, people.route.answer({ bank: rooms.bank, query: url.searchParams, form: new URLSearchParams(text ?? '') }))
    else send(response, await turnKnob(rooms, request, url.pathname, text))
  } catch (error) {
    send(response, answerToError(error))
  }
}

async function turnKnob(rooms: Rooms, { method = '', headers }: IncomingMessage, path: string, text: string | null): Promise<Answer> {
  const local = match(LOCAL_ROUTES, method, path) ?? refuse('NaoEncontrado')
  if (text && !headers['content-type']?.startsWith('application/json')) return { status: 415, body: problem('RequisicaoInvalida') }
  return local.route.answer({ ...rooms, body: readJson(text) })
}

function show(response: ServerResponse, answer: PeopleAnswer): void {
  if (answer.kind === 'go') response.writeHead(303, { location: answer.to }).end()
  else response.writeHead(200, { ...PAGE_HEADERS, 'content-type': `${answer.type}; charset=utf-8` }).end(answer.text)
}

const PAGE_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

function isFromHere({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)) return false
  return method === 'GET' || headers.origin === undefined || headers.origin === `http://${host}`
}
