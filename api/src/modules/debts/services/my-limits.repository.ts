import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { serviceRestrictions } from '../../../platform/db/tables/service-rules.ts'

export type MyLimitRow = typeof serviceRestrictions.$inferSelect

/** What is limited of a person's services or will be, by the debt that it is for, at all creditors. */
export async function findMyLimits(tx: Transaction, cpfIndex: Buffer): Promise<Map<string, MyLimitRow[]>> {
  const rows = await tx.select().from(serviceRestrictions).where(and(eq(serviceRestrictions.cpfIndex, cpfIndex), isNull(serviceRestrictions.endedAt))).orderBy(asc(serviceRestrictions.limitsOn), asc(serviceRestrictions.id))
  return Map.groupBy(rows, ({ debtId }) => debtId)
}
