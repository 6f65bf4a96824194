import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import type { PromiseQuery } from '@repactua/shared/contract/conversations.ts'
import { promises } from '../../../platform/db/tables/conversations.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type PromiseRecord = typeof promises.$inferSelect

export async function insertPromise(tx: Transaction, promise: PromiseRecord): Promise<void> {
  await tx.insert(promises).values(promise)
}

/** The promise that a person's creditor waits for. */
export async function pendingPromise(tx: Transaction, creditorId: string, debtorId: string): Promise<PromiseRecord | null> {
  const [promise] = await tx.select().from(promises).where(and(eq(promises.creditorId, creditorId), eq(promises.debtorId, debtorId), eq(promises.status, 'pending')))
  return promise ?? null
}

/** Which of these promises are no longer waited for. */
export async function endedAmong(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.select({ id: promises.id }).from(promises).where(and(eq(promises.creditorId, creditorId), inArray(promises.id, [...ids]), ne(promises.status, 'pending')))
  return new Set(rows.map(({ id }) => id))
}

export function pendingPromises(tx: Transaction, creditorId: string): Promise<PromiseRecord[]> {
  return tx.select().from(promises).where(and(eq(promises.creditorId, creditorId), eq(promises.status, 'pending'))).orderBy(asc(promises.id))
}

/** Ends a pending promise; false where it had ended already. */
export async function endPromise(tx: Transaction, { creditorId, id }: PromiseRecord, end: Pick<PromiseRecord, 'status' | 'endedAt'>): Promise<boolean> {
  const rows = await tx.update(promises).set(end).where(and(eq(promises.creditorId, creditorId), eq(promises.id, id), eq(promises.status, 'pending'))).returning({ id: promises.id })
  return rows.length > 0
}

/** A creditor's promises, newest first, one more than the limit so that the caller knows of a next page. */
export function findPromises(tx: Transaction, creditorId: string, { status, limit, before }: Pick<PromiseQuery, 'status'> & { limit: number; before: string | null }): Promise<PromiseRecord[]> {
  const wanted = [eq(promises.creditorId, creditorId), status === undefined ? undefined : eq(promises.status, status), before === null ? undefined : lt(promises.id, before)]
  return tx.select().from(promises).where(and(...wanted)).orderBy(desc(promises.id)).limit(limit + 1)
}

/** What has happened since a promise: whether something was paid, on a debt or an agreement, or signed; and whether anything is owed. */
export async function sinceThen(tx: Transaction, { creditorId, debtorId, createdAt }: PromiseRecord): Promise<{ isKept: boolean; isOwed: boolean }> {
  const { rows } = await tx.$client.query<{ isKept: boolean; isOwed: boolean }>({
    name: 'since_a_promise',
    text: `select exists (select from debt_payments p join debts d on d.creditor_id = p.creditor_id and d.id = p.debt_id
        where p.creditor_id = $1 and d.debtor_id = $2 and p.cents > 0 and p.created_at >= $3)
      or exists (select from agreements a left join payments p on p.creditor_id = a.creditor_id and p.agreement_id = a.id
        where a.creditor_id = $1 and a.debtor_id = $2 and (p.created_at >= $3 or a.signed_at >= $3)) as "isKept",
      exists (select from debts d where d.creditor_id = $1 and d.debtor_id = $2 and d.status in ('open', 'disputed', 'on_hold', 'in_agreement')) as "isOwed"`,
    values: [creditorId, debtorId, createdAt],
  })
  return rows[0]!
}
