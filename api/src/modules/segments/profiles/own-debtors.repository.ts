import { desc, eq } from 'drizzle-orm'
import { debtors } from '../../../platform/db/tables/debtors.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

/** As whom creditors know the person who asks, whoever has heard of them last first. */
export function findOwnDebtors(tx: Transaction, cpfIndex: Buffer): Promise<{ creditorId: string; id: string }[]> {
  return tx.select({ creditorId: debtors.creditorId, id: debtors.id }).from(debtors).where(eq(debtors.cpfIndex, cpfIndex)).orderBy(desc(debtors.updatedAt), desc(debtors.id))
}
