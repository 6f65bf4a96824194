import '@fastify/cookie'
import '@fastify/jwt'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Scope as OAuthScope } from '@repactua/shared/contract/creditors.ts'
import { AppError } from '../errors/app-error.ts'
import { readId } from '../ids.ts'
import type { TokenClaims } from '../token-claims.ts'
import type { Actor } from '../work.ts'

/** Finds the live session behind a cookie, or null. Given by the composition, so that http knows no module. */
export type FindSession = (token: string) => Promise<{ cpfIndex: Buffer } | null>

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyInstance {
    findSession: FindSession
    /** The same, and the session idles on. */
    peekSession: FindSession
    sessionCookie: string
    /** Where people reach this installation, without a slash at the end. Stands on papers and in mails. */
    publicUrl: string
    /** Where Pix codes are paid in play; null in production. */
    demoBankUrl: string | null
  }
}
declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: TokenClaims
    user: TokenClaims
  }
}

/** Lets in a creditor's system whose token carries the scope. */
export function asClient(scope: OAuthScope) {
  return named(scope, async (request) => {
    const claims = await bearer(request, scope)
    if (claims.creditor === null) throw new AppError('scope_missing', { detail: 'Esta operação é de um credor.' })
    request.actor = { kind: 'client', clientId: readId(claims.sub), creditorId: readId(claims.creditor) }
  })
}

/** Lets in an operator of the installation whose token carries the scope. */
export function asOperator(scope: OAuthScope) {
  return named(scope, async (request) => {
    const claims = await bearer(request, scope)
    if (claims.creditor !== null) throw new AppError('scope_missing', { detail: 'Esta operação é de quem opera a instalação.' })
    request.actor = { kind: 'operator', clientId: readId(claims.sub) }
  })
}

/** The scope that a door asks for, so that the documentation can name it; null for any other door. */
export function scopeOf(door: unknown): OAuthScope | null {
  return typeof door === 'function' && 'scope' in door ? (door.scope as OAuthScope) : null
}

function named(scope: OAuthScope, letIn: (request: FastifyRequest) => Promise<void>) {
  return Object.assign(letIn, { scope })
}

/** Lets in a person with a live session. */
export async function asDebtor(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  await letDebtorIn(request, request.server.findSession)
}

/** The same for what a page does by itself: it is no sign that somebody is there, so the session idles on. */
export async function asDebtorsPage(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  await letDebtorIn(request, request.server.peekSession)
}

async function letDebtorIn(request: FastifyRequest, find: FindSession): Promise<void> {
  const token = sessionTokenOf(request)
  const session = token ? await find(token) : null
  if (!session) throw new AppError('session_required')
  request.actor = { kind: 'debtor', cpfIndex: session.cpfIndex }
}

/** What the session's cookie holds; empty where there is none. */
export function sessionTokenOf({ cookies, server }: FastifyRequest): string {
  return cookies[server.sessionCookie] ?? ''
}

async function bearer(request: FastifyRequest, scope: OAuthScope): Promise<TokenClaims> {
  const claims = await request.jwtVerify<TokenClaims>().catch(() => {
    throw new AppError('token_required')
  })
  if (!claims.scope.split(' ').includes(scope)) throw new AppError('scope_missing', { detail: `Falta o escopo ${scope}.` })
  return claims
}

/** The person of a request that `asDebtor` let in, by the index of their CPF. */
export function debtorOf({ actor }: FastifyRequest): Buffer {
  if (actor?.kind !== 'debtor') throw new Error('the route lets in others than debtors')
  return actor.cpfIndex
}
