import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { policies } from '../../platform/db/tables/policies.ts'
import type { Work } from '../../platform/work.ts'

export type PolicyRecord = typeof policies.$inferSelect

/** What offers are made by. Its rules never change. */
export interface PolicyInForce {
  id: string
  version: number
  rules: PolicyRule[]
}

/**
 * The policy by which a creditor offers today; null before the first publication. A person sees it of those to whom they
 * owe. Every list of debts and every sheet asks for it, hence the named statement.
 */
export async function findPolicyInForce({ tx }: Pick<Work, 'tx'>, creditorId: string): Promise<PolicyInForce | null> {
  const { rows } = await tx.$client.query<PolicyInForce>({
    name: 'find_policy_in_force',
    text: "select id, version, rules from policies where creditor_id = $1 and status = 'published'",
    values: [creditorId],
  })
  return rows[0] ?? null
}

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

/** Ends the policy in force, if there is one. Gives back its id. */
export async function supersedePublished(tx: Transaction, creditorId: string): Promise<string | null> {
  const inForce = and(eq(policies.creditorId, creditorId), eq(policies.status, 'published'))
  const [former] = await tx.update(policies).set({ status: 'superseded' }).where(inForce).returning({ id: policies.id })
  return former?.id ?? null
}

export async function markPublished(tx: Transaction, { creditorId, id, version, publishedAt }: PolicyRecord): Promise<void> {
  await tx.update(policies).set({ status: 'published', version, publishedAt }).where(and(eq(policies.creditorId, creditorId), eq(policies.id, id)))
}
