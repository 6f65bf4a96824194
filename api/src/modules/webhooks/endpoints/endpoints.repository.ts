import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { webhookEndpoints } from '../../../platform/db/tables/webhooks.ts'

export type EndpointRecord = typeof webhookEndpoints.$inferSelect

export async function insertEndpoint(tx: Transaction, endpoint: EndpointRecord): Promise<void> {
  await tx.insert(webhookEndpoints).values(endpoint)
}

/** A creditor's endpoints, oldest first. */
export function endpointsOf(tx: Transaction, creditorId: string): Promise<EndpointRecord[]> {
  return tx.select().from(webhookEndpoints).where(eq(webhookEndpoints.creditorId, creditorId)).orderBy(asc(webhookEndpoints.id))
}

export async function lockEndpoint(tx: Transaction, creditorId: string, id: string): Promise<EndpointRecord | null> {
  const [row] = await tx.select().from(webhookEndpoints).where(and(eq(webhookEndpoints.creditorId, creditorId), eq(webhookEndpoints.id, id))).for('update')
  return row ?? null
}

export async function setEndpoint(tx: Transaction, { creditorId, id, createdAt: _never, ...change }: EndpointRecord): Promise<void> {
  await tx.update(webhookEndpoints).set(change).where(and(eq(webhookEndpoints.creditorId, creditorId), eq(webhookEndpoints.id, id)))
}
