import { and, asc, eq, inArray } from 'drizzle-orm'
import { STANDING_STATUSES } from '@repactua/shared/contract/debts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { debts } from '../../platform/db/tables/debts.ts'

export interface LiveDebt {
  id: string
  status: typeof debts.$inferSelect['status']
}

/** What people owe a creditor, in an agreement or not, by its ids. */
export function liveDebtsOf(tx: Transaction, creditorId: string, debtorIds: readonly string[]): Promise<LiveDebt[]> {
  const live = inArray(debts.status, [...STANDING_STATUSES, 'in_agreement'])
  return tx.select({ id: debts.id, status: debts.status }).from(debts)
    .where(and(eq(debts.creditorId, creditorId), inArray(debts.debtorId, [...debtorIds]), live)).orderBy(asc(debts.id))
}
