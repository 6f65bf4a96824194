import { and, eq } from 'drizzle-orm'
import { boletoReturns } from '../../platform/db/tables/boletos.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type ReturnRecord = typeof boletoReturns.$inferSelect

/** Notes that a file came; false where the very same one is noted already. */
export async function insertReturn(tx: Transaction, record: ReturnRecord): Promise<boolean> {
  const rows = await tx.insert(boletoReturns).values(record).onConflictDoNothing({ target: [boletoReturns.creditorId, boletoReturns.sha256] }).returning({ id: boletoReturns.id })
  return rows.length === 1
}

/** The file of these bytes, if it came before. */
export async function findReturn(tx: Transaction, creditorId: string, sha256: Buffer): Promise<ReturnRecord | null> {
  const [row] = await tx.select().from(boletoReturns).where(and(eq(boletoReturns.creditorId, creditorId), eq(boletoReturns.sha256, sha256)))
  return row ?? null
}
