import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { rulers } from '../../platform/db/tables/rulers.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type RulerRecord = typeof rulers.$inferSelect

export async function insertRuler(tx: Transaction, ruler: RulerRecord): Promise<void> {
  await tx.insert(rulers).values(ruler)
}

export async function findRuler(tx: Transaction, creditorId: string, id: string): Promise<RulerRecord | null> {
  const [row] = await tx.select().from(rulers).where(and(eq(rulers.creditorId, creditorId), eq(rulers.id, id)))
  return row ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listRulers(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<RulerRecord[]> {
  const own = eq(rulers.creditorId, creditorId)
  const where = before === null ? own : and(own, lt(rulers.id, before))
  return tx.select().from(rulers).where(where).orderBy(desc(rulers.id)).limit(limit + 1)
}

/** Held to the end of the transaction: publications and pauses of one creditor's rulers go one after another. */
export async function lockRulers(tx: Transaction, creditorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rulers:${creditorId}`}, 0))`)
}

/** The ruler in force under a code. Under the lock of `lockRulers`. */
export async function findPublished(tx: Transaction, { creditorId, code }: Pick<RulerRecord, 'creditorId' | 'code'>): Promise<RulerRecord | null> {
  const [row] = await tx.select().from(rulers).where(and(eq(rulers.creditorId, creditorId), eq(rulers.code, code), eq(rulers.status, 'published')))
  return row ?? null
}

/** Writes how a ruler stands; its steps and names never change. */
export async function setStanding(tx: Transaction, { creditorId, id, status, version, pausedAt, publishedAt }: RulerRecord): Promise<void> {
  await tx.update(rulers).set({ status, version, pausedAt, publishedAt }).where(and(eq(rulers.creditorId, creditorId), eq(rulers.id, id)))
}

/** The rulers of a creditor that are in force, paused ones too. */
export function publishedRulers(tx: Transaction, creditorId: string): Promise<RulerRecord[]> {
  return tx.select().from(rulers).where(and(eq(rulers.creditorId, creditorId), eq(rulers.status, 'published'))).orderBy(asc(rulers.code))
}
