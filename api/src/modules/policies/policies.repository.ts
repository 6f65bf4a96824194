import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { policies } from '../../platform/db/tables/policies.ts'

export type PolicyRecord = typeof policies.$inferSelect

export async function insertPolicy(tx: Transaction, policy: PolicyRecord): Promise<void> {
  await tx.insert(policies).values(policy)
}

export async function findPolicy(tx: Transaction, creditorId: string, id: string): Promise<PolicyRecord | null> {
  const [policy] = await tx.select().from(policies).where(and(eq(policies.creditorId, creditorId), eq(policies.id, id)))
  return policy ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export async function listPolicies(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<PolicyRecord[]> {
  const own = eq(policies.creditorId, creditorId)
  const where = before === null ? own : and(own, lt(policies.id, before))
  return tx.select().from(policies).where(where).orderBy(desc(policies.id)).limit(limit + 1)
}

/** Held to the end of the transaction: publications of one creditor go one after another. */
export async function lockPublication(tx: Transaction, creditorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`publish-policy:${creditorId}`}, 0))`)
}

/** The version after the last one given. Under the lock of `lockPublication`. */
export async function nextVersion(tx: Transaction, creditorId: string): Promise<number> {
  const [row] = await tx.select({ last: sql<number | null>`max(${policies.version})` }).from(policies).where(eq(policies.creditorId, creditorId))
  return (row?.last ?? 0) + 1
}

/**
 * Ends what a version that is published now takes the place of. One that is valid from today on ends all others. One that
 * begins later leaves the version that holds today until then, and ends those that would never hold. Gives back the ids,
 * the last version first.
 */
export async function supersedePublished(tx: Transaction, { creditorId, id, validFrom }: PolicyRecord, today: LocalDate): Promise<string[]> {
  const startsOn = validFrom ?? today
  const { rows } = await tx.$client.query<{ id: string; version: number }>({
    name: 'supersede_policies',
    text: `
      update policies set status = 'superseded'
      where creditor_id = $1 and status = 'published' and id <> $2 and ($3::date <= $4::date or valid_from >= $3::date or version < (
        select max(h.version) from policies h
        where h.creditor_id = $1 and h.status = 'published' and h.id <> $2 and (h.valid_from is null or h.valid_from <= $4::date)))
      returning id, version`,
    values: [creditorId, id, startsOn, today],
  })
  return rows.sort((a, b) => b.version - a.version).map((row) => row.id)
}

/** Notes who asks that a draft be published. */
export async function markAwaiting(tx: Transaction, { creditorId, id, askedBy, askedAt }: PolicyRecord): Promise<void> {
  await tx.update(policies).set({ status: 'awaiting_approval', askedBy, askedAt }).where(and(eq(policies.creditorId, creditorId), eq(policies.id, id)))
}

export async function markPublished(tx: Transaction, { creditorId, id, version, publishedAt, approvedBy }: PolicyRecord): Promise<void> {
  await tx.update(policies).set({ status: 'published', version, publishedAt, approvedBy }).where(and(eq(policies.creditorId, creditorId), eq(policies.id, id)))
}
