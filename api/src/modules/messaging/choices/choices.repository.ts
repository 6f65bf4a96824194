import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { contactChoices } from '../../../platform/db/tables/contact.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type ContactChoiceRow = typeof contactChoices.$inferSelect

/** What a person wished of every creditor and of all of them, as far as it still counts. The transaction must see that person. */
export function standingChoicesOf(tx: Transaction, cpfIndex: Buffer, now: Date): Promise<ContactChoiceRow[]> {
  const stands = or(isNull(contactChoices.until), gt(contactChoices.until, now))
  return tx.select().from(contactChoices).where(and(eq(contactChoices.cpfIndex, cpfIndex), isNull(contactChoices.endedAt), stands))
}

/** Puts wishes in; one that stands already stays as it is. */
export async function insertChoices(tx: Transaction, rows: readonly (typeof contactChoices.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(contactChoices).values([...rows]).onConflictDoNothing()
}

export async function endChoices(tx: Transaction, ids: readonly string[], endedAt: Date): Promise<void> {
  if (ids.length > 0) await tx.update(contactChoices).set({ endedAt }).where(inArray(contactChoices.id, [...ids]))
}
