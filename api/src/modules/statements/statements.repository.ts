import { and, desc, eq, lt } from 'drizzle-orm'
import { bankStatements } from '../../platform/db/tables/statements.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type StatementRecord = typeof bankStatements.$inferSelect

/** Notes that a file came; false where the very same one is noted already. */
export async function insertStatement(tx: Transaction, statement: StatementRecord): Promise<boolean> {
  const rows = await tx.insert(bankStatements).values(statement).onConflictDoNothing({ target: [bankStatements.creditorId, bankStatements.sha256] }).returning({ id: bankStatements.id })
  return rows.length === 1
}

export async function findStatement(tx: Transaction, creditorId: string, named: { id: string } | { sha256: Buffer }): Promise<StatementRecord | null> {
  const wanted = 'id' in named ? eq(bankStatements.id, named.id) : eq(bankStatements.sha256, named.sha256)
  const [row] = await tx.select().from(bankStatements).where(and(eq(bankStatements.creditorId, creditorId), wanted))
  return row ?? null
}

/** A creditor's statements, newest first, one more than the limit so that the caller knows of a next page. */
export function findStatements(tx: Transaction, creditorId: string, { limit, before }: { limit: number; before: string | null }): Promise<StatementRecord[]> {
  const wanted = [eq(bankStatements.creditorId, creditorId), before === null ? undefined : lt(bankStatements.id, before)]
  return tx.select().from(bankStatements).where(and(...wanted)).orderBy(desc(bankStatements.id)).limit(limit + 1)
}

/** Does something and takes it all back: what it says it did is what it would do. */
export async function takenBack<T>(tx: Transaction, act: () => Promise<T>): Promise<T> {
  await tx.$client.query('savepoint preview')
  const told = await act()
  await tx.$client.query('rollback to savepoint preview')
  return told
}
