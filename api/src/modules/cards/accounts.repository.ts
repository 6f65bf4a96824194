import { eq } from 'drizzle-orm'
import { cardAccounts } from '../../platform/db/tables/cards.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type CardAccountRecord = typeof cardAccounts.$inferSelect

export async function findCardAccount(tx: Transaction, creditorId: string): Promise<CardAccountRecord | null> {
  const [row] = await tx.select().from(cardAccounts).where(eq(cardAccounts.creditorId, creditorId))
  return row ?? null
}

/** Puts an account in, or in the place of the one that stands. */
export async function putCardAccount(tx: Transaction, account: CardAccountRecord): Promise<void> {
  const { baseUrl, secretsSealed, changedAt } = account
  await tx.insert(cardAccounts).values(account).onConflictDoUpdate({ target: cardAccounts.creditorId, set: { baseUrl, secretsSealed, changedAt } })
}

export async function deleteCardAccount(tx: Transaction, creditorId: string): Promise<boolean> {
  const rows = await tx.delete(cardAccounts).where(eq(cardAccounts.creditorId, creditorId)).returning({ creditorId: cardAccounts.creditorId })
  return rows.length === 1
}
