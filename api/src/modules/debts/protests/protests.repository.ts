import { and, asc, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { debtProtests } from '../../../platform/db/tables/debt-protests.ts'

export type ProtestRecord = typeof debtProtests.$inferSelect

/** The protests of some debts, oldest first. */
export async function protestsOf(tx: Transaction, debts: readonly Pick<ProtestRecord, 'creditorId' | 'debtId'>[]): Promise<ProtestRecord[]> {
  if (debts.length === 0) return []
  const creditorIds = [...new Set(debts.map(({ creditorId }) => creditorId))]
  const among = and(inArray(debtProtests.creditorId, creditorIds), inArray(debtProtests.debtId, debts.map(({ debtId }) => debtId)))
  return tx.select().from(debtProtests).where(among).orderBy(asc(debtProtests.protestedOn), asc(debtProtests.debtId))
}

export async function putProtest(tx: Transaction, protest: ProtestRecord): Promise<void> {
  const { registryOffice, protestedOn, reference, updatedAt } = protest
  await tx.insert(debtProtests).values(protest).onConflictDoUpdate({ target: [debtProtests.creditorId, debtProtests.debtId], set: { registryOffice, protestedOn, reference, updatedAt } })
}
