import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { DelistingQuery } from '@repactua/shared/contract/delistings.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { delistings } from '../../platform/db/tables/delistings.ts'

export type DelistingRecord = typeof delistings.$inferSelect
type Key = Pick<DelistingRecord, 'creditorId' | 'agreementId'>

/** Whether it is new: an agreement has one delisting at a time. One that lapsed with a settlement that was undone begins anew. */
export async function insertDelisting(tx: Transaction, { creditorId, agreementId, ...task }: typeof delistings.$inferInsert): Promise<boolean> {
  const anew = { ...task, alarmedAt: null, confirmedAt: null, lapsedAt: null }
  const rows = await tx.insert(delistings).values({ creditorId, agreementId, ...task }).onConflictDoUpdate({ target: [delistings.creditorId, delistings.agreementId], set: anew, setWhere: isNotNull(delistings.lapsedAt) }).returning({ agreementId: delistings.agreementId })
  return rows.length > 0
}

export async function lockDelisting(tx: Transaction, key: Key): Promise<DelistingRecord | null> {
  const [row] = await tx.select().from(delistings).where(is(key)).for('update')
  return row ?? null
}

export async function setDelisting(tx: Transaction, key: Key, change: { alarmedAt: Date } | { confirmedAt: Date } | { lapsedAt: Date }): Promise<void> {
  await tx.update(delistings).set(change).where(is(key))
}

/** Ends the task of an agreement that is undone or over, unless it was done. */
export async function lapseDelisting(tx: Transaction, key: Key, lapsedAt: Date): Promise<void> {
  await tx.update(delistings).set({ lapsedAt }).where(and(is(key), isNull(delistings.confirmedAt)))
}

/** A creditor's agreements whose delisting is open and has reached the day of its alarm, without one yet. */
export async function beforeAlarm(tx: Transaction, creditorId: string, today: LocalDate): Promise<string[]> {
  const waits = [eq(delistings.creditorId, creditorId), isNull(delistings.alarmedAt), isNull(delistings.confirmedAt), isNull(delistings.lapsedAt), lte(delistings.alarmOn, today)]
  const rows = await tx.select({ agreementId: delistings.agreementId }).from(delistings).where(and(...waits)).orderBy(asc(delistings.alarmOn))
  return rows.map(({ agreementId }) => agreementId)
}

/** A creditor's delistings, newest agreement first, one more than the limit so that the caller knows of a next page. */
export function findDelistings(tx: Transaction, creditorId: string, { status, limit, before }: Pick<DelistingQuery, 'status'> & { limit: number; before: string | null }): Promise<DelistingRecord[]> {
  const wanted = [
    eq(delistings.creditorId, creditorId),
    status === undefined ? undefined : status === 'due' ? and(isNull(delistings.confirmedAt), isNull(delistings.lapsedAt)) : isNotNull(delistings.confirmedAt),
    before === null ? undefined : lt(delistings.agreementId, before),
  ]
  return tx.select().from(delistings).where(and(...wanted)).orderBy(desc(delistings.agreementId)).limit(limit + 1)
}

/** The delistings of some agreements. */
export async function delistingsOf(tx: Transaction, agreements: readonly { creditorId: string; id: string }[]): Promise<DelistingRecord[]> {
  if (agreements.length === 0) return []
  const creditorIds = [...new Set(agreements.map(({ creditorId }) => creditorId))]
  return tx.select().from(delistings).where(and(inArray(delistings.creditorId, creditorIds), inArray(delistings.agreementId, agreements.map(({ id }) => id))))
}

function is({ creditorId, agreementId }: Key) {
  return and(eq(delistings.creditorId, creditorId), eq(delistings.agreementId, agreementId))
}
