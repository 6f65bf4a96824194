import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { LOCAL_ROUTES, type LocalAsk } from '../faults/local-routes.ts'
import type { Answer } from './ask.ts'
import { match } from './match.ts'
import { problem, problemIn } from './problems.ts'
import { readBody, readJson } from './read-body.ts'
import { send } from './send.ts'

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
  if (!isFromHere(request)) return send(response, { status: 403, body: problem('AcessoNegado') })
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const local = match(LOCAL_ROUTES, request.method ?? '', path)
  if (!local) return send(response, { status: 404, body: problem('NaoEncontrado') })
  if (text && !request.headers['content-type']?.startsWith('application/json')) return send(response, { status: 415, body: problem('RequisicaoInvalida') })
  send(response, await answered(() => local.route.answer({ ...rooms, body: readJson(text) })))
}

async function answered(answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer()
  } catch (error) {
    const refusal = problemIn(error) ?? problem('ErroInternoDoServidor')
    if (refusal.status === 500) console.error(error)
    return { status: refusal.status, body: refusal }
  }
}

function isFromHere({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)) return false
  return method === 'GET' || headers.origin === undefined || headers.origin === `http://${host}`
}
