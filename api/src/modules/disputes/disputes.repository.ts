import { and, asc, desc, eq, getTableColumns, isNull, lt } from 'drizzle-orm'
import type { DisputeQuery } from '@repactua/shared/contract/disputes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { debts } from '../../platform/db/tables/debts.ts'
import { disputes } from '../../platform/db/tables/disputes.ts'

export type DisputeRecord = typeof disputes.$inferSelect
export type ListedDispute = DisputeRecord & { debtExternalId: string }

export async function insertDispute(tx: Transaction, dispute: DisputeRecord): Promise<void> {
  await tx.insert(disputes).values(dispute)
}

/** What was contested of a debt so far. */
export function disputesOfDebt(tx: Transaction, creditorId: string, debtId: string): Promise<DisputeRecord[]> {
  return tx.select().from(disputes).where(and(eq(disputes.creditorId, creditorId), eq(disputes.debtId, debtId))).orderBy(asc(disputes.id))
}

/** What a person contested, at all creditors, newest first. */
export function disputesOfPerson(tx: Transaction, cpfIndex: Buffer, limit: number): Promise<DisputeRecord[]> {
  return tx.select().from(disputes).where(eq(disputes.cpfIndex, cpfIndex)).orderBy(desc(disputes.id)).limit(limit)
}

/** A dispute of a person's own, at whatever creditor, without a lock. */
export async function findOwnDispute(tx: Transaction, cpfIndex: Buffer, id: string): Promise<DisputeRecord | null> {
  const [row] = await tx.select().from(disputes).where(and(eq(disputes.cpfIndex, cpfIndex), eq(disputes.id, id)))
  return row ?? null
}

const LISTED = { ...getTableColumns(disputes), debtExternalId: debts.externalId }
const itsDebt = and(eq(debts.creditorId, disputes.creditorId), eq(debts.id, disputes.debtId))

/** A dispute with the creditor's own id of its debt, held to the end of the transaction. */
export async function lockDispute(tx: Transaction, creditorId: string, id: string): Promise<ListedDispute | null> {
  const [row] = await tx.select(LISTED).from(disputes).innerJoin(debts, itsDebt).where(and(eq(disputes.creditorId, creditorId), eq(disputes.id, id))).for('update', { of: disputes })
  return row ?? null
}

export async function setDispute(tx: Transaction, { creditorId, id, status, answerSealed, alarmedAt, endedAt }: DisputeRecord): Promise<void> {
  await tx.update(disputes).set({ status, answerSealed, alarmedAt, endedAt }).where(and(eq(disputes.creditorId, creditorId), eq(disputes.id, id)))
}

/** A creditor's disputes, newest first, one more than the limit so that the caller knows of a next page. */
export function findDisputes(tx: Transaction, creditorId: string, { status, limit, before }: Pick<DisputeQuery, 'status'> & { limit: number; before: string | null }): Promise<ListedDispute[]> {
  const wanted = [
    eq(disputes.creditorId, creditorId),
    status === undefined ? undefined : eq(disputes.status, status),
    before === null ? undefined : lt(disputes.id, before),
  ]
  return tx.select(LISTED).from(disputes).innerJoin(debts, itsDebt).where(and(...wanted)).orderBy(desc(disputes.id)).limit(limit + 1)
}

/** A creditor's disputes whose answer is late and of which nobody was told yet. */
export async function lateDisputes(tx: Transaction, creditorId: string, today: LocalDate): Promise<string[]> {
  const rows = await tx.select({ id: disputes.id }).from(disputes)
    .where(and(eq(disputes.creditorId, creditorId), isNull(disputes.endedAt), isNull(disputes.alarmedAt), lt(disputes.answerBy, today))).orderBy(asc(disputes.id))
  return rows.map(({ id }) => id)
}
