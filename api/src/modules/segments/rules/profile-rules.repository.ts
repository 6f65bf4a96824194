import { and, desc, eq, sql } from 'drizzle-orm'
import { profileRules } from '../../../platform/db/tables/segments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type RulesRecord = typeof profileRules.$inferSelect

/** A creditor's newest rules, or those of a version; null where it has none of its own. */
export async function findRules(tx: Transaction, creditorId: string, version?: number): Promise<RulesRecord | null> {
  const wanted = and(eq(profileRules.creditorId, creditorId), version === undefined ? undefined : eq(profileRules.version, version))
  const [row] = await tx.select().from(profileRules).where(wanted).orderBy(desc(profileRules.version)).limit(1)
  return row ?? null
}

/** Versions of one creditor are given out one after another. */
export async function lockRules(tx: Transaction, creditorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`profile-rules:${creditorId}`}, 0))`)
}

export async function insertRules(tx: Transaction, rules: RulesRecord): Promise<void> {
  await tx.insert(profileRules).values(rules)
}
