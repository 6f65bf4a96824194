import { and, desc, eq, inArray } from 'drizzle-orm'
import { segments } from '../../platform/db/tables/segments.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type SegmentRecord = typeof segments.$inferSelect

/** The newest versions of a creditor's segments of these ids, by id. */
export async function findSegments(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<Map<string, SegmentRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectDistinctOn([segments.id]).from(segments)
    .where(and(eq(segments.creditorId, creditorId), inArray(segments.id, [...ids]))).orderBy(segments.id, desc(segments.version))
  return new Map(rows.map((row) => [row.id, row]))
}
