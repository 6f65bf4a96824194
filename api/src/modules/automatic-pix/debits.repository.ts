import { and, desc, eq, inArray } from 'drizzle-orm'
import { automaticDebits } from '../../platform/db/tables/automatic-pix.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type DebitRecord = typeof automaticDebits.$inferSelect

/** Puts a debit in; false where its installment has one that stands, or had one that failed. */
export async function insertDebit(tx: Transaction, debit: DebitRecord): Promise<boolean> {
  const rows = await tx.insert(automaticDebits).values(debit).onConflictDoNothing().returning({ id: automaticDebits.id })
  return rows.length === 1
}

/** All debits of a leave, newest first. */
export function debitsOf(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }): Promise<DebitRecord[]> {
  return tx.select().from(automaticDebits).where(and(eq(automaticDebits.creditorId, creditorId), eq(automaticDebits.leaveId, id))).orderBy(desc(automaticDebits.id))
}

export async function findDebit(tx: Transaction, creditorId: string, id: string): Promise<DebitRecord | null> {
  const [row] = await tx.select().from(automaticDebits).where(and(eq(automaticDebits.creditorId, creditorId), eq(automaticDebits.id, id)))
  return row ?? null
}

/** Moves a debit on from one of some statuses; false where it has none of them. */
export async function moveDebit(tx: Transaction, { creditorId, id }: Pick<DebitRecord, 'creditorId' | 'id'>, from: readonly DebitRecord['status'][], to: Partial<DebitRecord> & Pick<DebitRecord, 'changedAt'>): Promise<boolean> {
  const rows = await tx.update(automaticDebits).set(to)
    .where(and(eq(automaticDebits.creditorId, creditorId), eq(automaticDebits.id, id), inArray(automaticDebits.status, [...from])))
    .returning({ id: automaticDebits.id })
  return rows.length === 1
}

/** Ends the debits of a leave that is over: the bank has called them off with it. */
export async function endDebits(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }, changedAt: Date): Promise<void> {
  await tx.update(automaticDebits).set({ status: 'cancelled', changedAt })
    .where(and(eq(automaticDebits.creditorId, creditorId), eq(automaticDebits.leaveId, id), inArray(automaticDebits.status, ['prepared', 'scheduled'])))
}
