import { timingSafeEqual } from 'node:crypto'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TokenClaims } from '../../platform/token-claims.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findClient, type ClientRecord } from './creditors.repository.ts'

export interface TokenAsk {
  grantType: string
  clientId: string
  clientSecret: string
  scope: string | undefined
}

const CLIENT_ID = /^client_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the access token of a client says (RFC 6749, section 4.4). Refuses with the codes of section 5.2. */
export async function issueToken(work: Work, ask: TokenAsk): Promise<TokenClaims> {
  if (ask.grantType !== 'client_credentials') throw new AppError('unsupported_grant_type')
  const client = CLIENT_ID.test(ask.clientId) ? await findClient(work.tx, readId(ask.clientId)) : null
  const mac = work.keys.mac('client', ask.clientSecret)
  if (!client || !timingSafeEqual(client.secretMac, mac)) throw new AppError('invalid_client')
  return {
    sub: showId('client', client.id),
    creditor: client.creditorId === null ? null : showId('creditor', client.creditorId),
    scope: grantedScopes(client, ask.scope).join(' '),
  }
}

function grantedScopes(client: ClientRecord, asked: string | undefined): readonly string[] {
  if (asked === undefined || asked.trim() === '') return client.scopes
  const scopes = asked.trim().split(/\s+/)
  if (scopes.some((scope) => !client.scopes.some((own) => own === scope))) throw new AppError('invalid_scope')
  return scopes
}
