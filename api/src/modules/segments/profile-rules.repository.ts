import { desc, eq } from 'drizzle-orm'
import { profileRules } from '../../platform/db/tables/segments.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type RulesRecord = typeof profileRules.$inferSelect

/** A creditor's newest rules; null where the built-in ones hold. */
export async function findRules(tx: Transaction, creditorId: string): Promise<RulesRecord | null> {
  const [row] = await tx.select().from(profileRules).where(eq(profileRules.creditorId, creditorId)).orderBy(desc(profileRules.version)).limit(1)
  return row ?? null
}
