import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { oauthClients } from '../../platform/db/tables/oauth-clients.ts'

/** A client as it may be listed: without what its secret is checked against. */
export interface ListedClient {
  id: string
  name: string
  scopes: readonly string[]
  createdAt: Date
  revokedAt: Date | null
}

const LISTED = { id: oauthClients.id, name: oauthClients.name, scopes: oauthClients.scopes, createdAt: oauthClients.createdAt, revokedAt: oauthClients.revokedAt }

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listClientsOf(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<ListedClient[]> {
  const own = eq(oauthClients.creditorId, creditorId)
  const where = before === null ? own : and(own, lt(oauthClients.id, before))
  return tx.select(LISTED).from(oauthClients).where(where).orderBy(desc(oauthClients.id)).limit(limit + 1)
}

/** All clients of a creditor, revoked ones too, held to the end of the transaction: two cannot revoke each other at once. */
export function lockClientsOf(tx: Transaction, creditorId: string): Promise<ListedClient[]> {
  return tx.select(LISTED).from(oauthClients).where(eq(oauthClients.creditorId, creditorId)).orderBy(asc(oauthClients.id)).for('update')
}

export async function markRevoked(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }, at: Date): Promise<void> {
  await tx.update(oauthClients).set({ revokedAt: at }).where(and(eq(oauthClients.creditorId, creditorId), eq(oauthClients.id, id)))
}
