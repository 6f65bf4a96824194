import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { match } from '../../local-bank/doors/match.ts'
import { readJson } from '../../local-bank/doors/read-body.ts'
import { LOCAL_ROUTES, type LocalAsk } from '../faults/local-routes.ts'
import { PEOPLE_ROUTES, type PeopleAnswer } from '../people/people-routes.ts'
import type { Answer } from './ask.ts'
import { PROVIDER_ROUTES } from './provider-routes.ts'

type Rooms = Omit<LocalAsk, 'body'>

const MOST_BYTES = 1_000_000

/**
 * Protocols, page and knobs, for this machine alone. A page of another site can neither send a form here (its origin shows)
 * nor turn a knob (JSON needs a leave that nobody gives), and a strange host name is not answered (DNS rebinding).
 */
export function openDoor(rooms: () => Rooms): Server {
  return createServer((request, response) => void handle(rooms(), request, response).catch((error: unknown) => {
    console.error(error)
    response.destroy()
  }))
}

async function handle(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBytes(request)
  const url = new URL(request.url ?? '/', 'http://localhost')
  const method = request.method ?? ''
  if (bytes === null || !isFromHere(request)) return send(response, { status: bytes === null ? 413 : 403 })
  const asked = match(PROVIDER_ROUTES, method, url.pathname)
  if (asked) return send(response, asked.route.answer({ carriers: rooms.carriers, params: asked.params, query: url.searchParams, headers: request.headers, bytes }))
  const people = match(PEOPLE_ROUTES, method, url.pathname)
  if (people) return show(response, people.route.answer({ carriers: rooms.carriers, query: url.searchParams, form: new URLSearchParams(bytes.toString()) }))
  send(response, await turnKnob(rooms, request, url.pathname, bytes.toString()))
}

async function turnKnob(rooms: Rooms, { method = '', headers }: IncomingMessage, path: string, text: string): Promise<Answer> {
  const local = match(LOCAL_ROUTES, method, path)
  if (!local) return { status: 404 }
  if (text && !headers['content-type']?.startsWith('application/json')) return { status: 415 }
  return local.route.answer({ ...rooms, body: readJson(text) })
}

function send(response: ServerResponse, { status, body, headers = {}, isLost = false }: Answer): void {
  if (isLost) return void response.destroy()
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
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

async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function isFromHere({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)) return false
  return method === 'GET' || headers.origin === undefined || headers.origin === `http://${host}`
}
