import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'
import type { Answer } from '../doors/ask.ts'
import { problem, refuse } from '../doors/problems.ts'
import { SCOPES, type Scope } from './scopes.ts'

export interface TokenRequest {
  authorization: string | undefined
  form: URLSearchParams
  /** The CN of the certificate that the connection showed. */
  certificateName: string
}

/** A bearer token by client credentials (RFC 6749, section 4.4), for the client whose certificate is shown (RFC 8705). */
export function giveToken(bank: Bank, request: TokenRequest): Answer {
  if (request.form.get('grant_type') !== 'client_credentials') return oauthError(400, 'unsupported_grant_type')
  const account = clientOf(bank, request)
  if (!account || account.clientId !== request.certificateName) return oauthError(401, 'invalid_client')
  const wished = request.form.get('scope')?.split(' ').filter(Boolean) ?? scopesOf(account)
  if (wished.some((scope) => !scopesOf(account).includes(scope))) return oauthError(400, 'invalid_scope')
  const text = randomBytes(32).toString('base64url')
  const seconds = bank.faults.tokenSeconds
  bank.tokens.set(text, { clientId: account.clientId, scopes: [...wished], endsAt: bank.clock.now().getTime() + seconds * 1_000 })
  return { status: 200, body: { access_token: text, token_type: 'Bearer', expires_in: seconds, scope: wished.join(' ') }, headers: { 'cache-control': 'no-store' } }
}

/** The account behind a bearer token, or null where there is none that holds: unknown, ended, or of another certificate. */
export function accountOf(bank: Bank, authorization: string | undefined, certificateName: string): { account: Account; scopes: string[] } | null {
  const text = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  const token = bank.tokens.get(text)
  if (!token || token.clientId !== certificateName || token.endsAt <= bank.clock.now().getTime()) return null
  const account = bank.state.accounts.find(({ clientId }) => clientId === token.clientId)
  return account ? { account, scopes: token.scopes } : null
}

/** 401, as RFC 6750 asks: the official file says nothing of a token that has ended. */
export function tokenRefused(): Answer {
  const body = { ...problem('AcessoNegado'), status: 401, detail: 'O token de acesso não existe ou terminou.' }
  return { status: 401, body, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }
}

/** 403 where the token lacks the scope. */
export function assertScope(scopes: readonly string[], scope: Scope): void {
  if (!scopes.includes(scope)) refuse('AcessoNegado')
}

function scopesOf({ scopes }: Account): readonly string[] {
  return scopes ?? SCOPES
}

function clientOf(bank: Bank, { authorization, form }: TokenRequest): Account | undefined {
  const [id, secret] = basicOf(authorization) ?? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  const account = bank.state.accounts.find(({ clientId }) => clientId === id)
  return account && same(account.clientSecret, secret) ? account : undefined
}

function basicOf(authorization: string | undefined): [string, string] | null {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return null
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return [decode(id), decode(secret)]
}

// Credentials are form-encoded before they are put into the header (RFC 6749, section 2.3.1).
function decode(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? ''
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function oauthError(status: number, error: string): Answer {
  return { status, body: { error } }
}
