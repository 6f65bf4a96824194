import { and, desc, eq, inArray } from 'drizzle-orm'
import { pushSubscriptions } from '../../../platform/db/tables/contact.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type PushSubscriptionRow = typeof pushSubscriptions.$inferSelect

/** The browsers in which a person takes pushes, newest first. The transaction must see that person. */
export function listSubscriptions(tx: Transaction, cpfIndex: Buffer): Promise<PushSubscriptionRow[]> {
  return tx.select().from(pushSubscriptions).where(eq(pushSubscriptions.cpfIndex, cpfIndex)).orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))
}

/** Puts one in. An endpoint that somebody else holds stays theirs. */
export async function insertSubscription(tx: Transaction, row: PushSubscriptionRow): Promise<void> {
  await tx.insert(pushSubscriptions).values(row).onConflictDoNothing()
}

export async function deleteSubscriptions(tx: Transaction, cpfIndex: Buffer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(pushSubscriptions).where(and(eq(pushSubscriptions.cpfIndex, cpfIndex), inArray(pushSubscriptions.id, [...ids])))
}
