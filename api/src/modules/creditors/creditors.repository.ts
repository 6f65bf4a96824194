import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Scope } from '@repactua/shared/contract/creditors.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { creditors } from '../../platform/db/tables/creditors.ts'
import { oauthClients } from '../../platform/db/tables/oauth-clients.ts'

export type CreditorRecord = typeof creditors.$inferSelect

export interface ClientRecord {
  id: string
  creditorId: string | null
  name: string
  secretMac: Buffer
  scopes: Scope[]
  createdAt: Date
}

/** Puts a creditor in; false where its CNPJ is there already. */
export async function insertCreditor(tx: Transaction, creditor: CreditorRecord): Promise<boolean> {
  const rows = await tx.insert(creditors).values(creditor).onConflictDoNothing({ target: creditors.cnpj }).returning({ id: creditors.id })
  return rows.length === 1
}

export async function insertClient(tx: Transaction, client: ClientRecord): Promise<void> {
  await tx.insert(oauthClients).values(client)
}

/** The client of this id that has not been revoked. */
export async function findClient(tx: Transaction, id: string): Promise<ClientRecord | null> {
  const [client] = await tx.select().from(oauthClients).where(and(eq(oauthClients.id, id), isNull(oauthClients.revokedAt)))
  return client ?? null
}

export async function findCreditor(tx: Transaction, id: string): Promise<CreditorRecord | null> {
  const [creditor] = await tx.select().from(creditors).where(eq(creditors.id, id))
  return creditor ?? null
}

/** From now on the creditor's agreements may be paid by boleto, where they grant it. */
export async function setAcceptsBoleto(tx: Transaction, id: string): Promise<void> {
  await tx.update(creditors).set({ acceptsBoleto: true }).where(eq(creditors.id, id))
}

/** From now on the creditor's agreements may be paid by card, or no more. */
export async function setAcceptsCard(tx: Transaction, id: string, acceptsCard: boolean): Promise<void> {
  await tx.update(creditors).set({ acceptsCard }).where(eq(creditors.id, id))
}

/** Every creditor of the installation, for what looks at them all. */
export async function creditorIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.select({ id: creditors.id }).from(creditors).orderBy(creditors.id)
  return rows.map(({ id }) => id)
}

/** The creditors of these ids, by id. */
export async function findCreditors(tx: Transaction, ids: readonly string[]): Promise<Map<string, CreditorRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.select().from(creditors).where(inArray(creditors.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
