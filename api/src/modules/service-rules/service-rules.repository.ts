import { desc, eq } from 'drizzle-orm'
import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { serviceRules } from '../../platform/db/tables/service-rules.ts'

/** The rules of a creditor that are in force; none until it has said so. */
export async function findServiceRules(tx: Transaction, creditorId: string): Promise<ServiceRule[]> {
  const [row] = await tx.select({ rules: serviceRules.rules }).from(serviceRules).where(eq(serviceRules.creditorId, creditorId)).orderBy(desc(serviceRules.id)).limit(1)
  return row?.rules ?? []
}

export async function insertServiceRules(tx: Transaction, set: typeof serviceRules.$inferInsert): Promise<void> {
  await tx.insert(serviceRules).values(set)
}
