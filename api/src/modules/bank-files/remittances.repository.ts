import { and, eq } from 'drizzle-orm'
import { boletoRemittances } from '../../platform/db/tables/boletos.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type RemittanceRecord = typeof boletoRemittances.$inferSelect

export async function insertRemittance(tx: Transaction, remittance: RemittanceRecord): Promise<void> {
  await tx.insert(boletoRemittances).values(remittance)
}

export async function findRemittance(tx: Transaction, creditorId: string, id: string): Promise<RemittanceRecord | null> {
  const [row] = await tx.select().from(boletoRemittances).where(and(eq(boletoRemittances.creditorId, creditorId), eq(boletoRemittances.id, id)))
  return row ?? null
}
