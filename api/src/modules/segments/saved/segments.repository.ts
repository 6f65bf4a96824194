import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { segments } from '../../../platform/db/tables/segments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type SegmentRecord = typeof segments.$inferSelect

/** The newest versions of a creditor's segments of these ids, by id. */
export async function findSegments(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<Map<string, SegmentRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectDistinctOn([segments.id]).from(segments)
    .where(and(eq(segments.creditorId, creditorId), inArray(segments.id, [...ids]))).orderBy(segments.id, desc(segments.version))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The newest versions of a creditor's segments, newest first, one more than the limit so that the caller knows of a next page. */
export function listNewest(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<SegmentRecord[]> {
  return tx.selectDistinctOn([segments.id]).from(segments)
    .where(and(eq(segments.creditorId, creditorId), before === null ? undefined : lt(segments.id, before))).orderBy(desc(segments.id), desc(segments.version)).limit(limit + 1)
}

/** Versions of one segment are given out one after another. */
export async function lockSegment(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`segment:${id}`}, 0))`)
}

export async function insertSegment(tx: Transaction, segment: SegmentRecord): Promise<void> {
  await tx.insert(segments).values(segment)
}
