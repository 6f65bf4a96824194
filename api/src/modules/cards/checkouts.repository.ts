import { and, asc, eq, inArray, lt, type SQL } from 'drizzle-orm'
import { cardCheckouts } from '../../platform/db/tables/cards.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type CheckoutRecord = typeof cardCheckouts.$inferSelect
type Named = { id: string } | { sessionId: string } | { paymentIntent: string }
type Key = Pick<CheckoutRecord, 'creditorId' | 'id'>

/** Puts a checkout in, or gives back the one that stands for the same installment and amount. */
export async function insertCheckout(tx: Transaction, checkout: CheckoutRecord): Promise<CheckoutRecord> {
  const [inserted] = await tx.insert(cardCheckouts).values(checkout).onConflictDoNothing().returning()
  return inserted ?? (await findStanding(tx, checkout))!
}

/** What stands for an installment and amount: asked for, or open. Its row is locked. */
export async function findStanding(tx: Transaction, { creditorId, agreementId, installmentNumber, amountCents }: Pick<CheckoutRecord, 'creditorId' | 'agreementId' | 'installmentNumber' | 'amountCents'>): Promise<CheckoutRecord | null> {
  const same = and(eq(cardCheckouts.creditorId, creditorId), eq(cardCheckouts.agreementId, agreementId), eq(cardCheckouts.installmentNumber, installmentNumber), eq(cardCheckouts.amountCents, amountCents))
  const [row] = await tx.select().from(cardCheckouts).where(and(same, inArray(cardCheckouts.status, ['asked', 'open']))).for('update')
  return row ?? null
}

/** A checkout by one of its names, its row locked. */
export async function lockCheckout(tx: Transaction, creditorId: string, named: Named): Promise<CheckoutRecord | null> {
  const [row] = await tx.select().from(cardCheckouts).where(and(eq(cardCheckouts.creditorId, creditorId), hasName(named))).for('update')
  return row ?? null
}

export async function setCheckout(tx: Transaction, { creditorId, id }: Key, change: Partial<Pick<CheckoutRecord, 'status' | 'sessionId' | 'url' | 'paymentIntent'>>): Promise<void> {
  await tx.update(cardCheckouts).set(change).where(and(eq(cardCheckouts.creditorId, creditorId), eq(cardCheckouts.id, id)))
}

/** Open pages of a creditor that were made before an instant: what became of them, their provider may have failed to tell. */
export async function checkoutsToAsk(tx: Transaction, creditorId: string, before: Date): Promise<string[]> {
  const rows = await tx.select({ id: cardCheckouts.id }).from(cardCheckouts)
    .where(and(eq(cardCheckouts.creditorId, creditorId), eq(cardCheckouts.status, 'open'), lt(cardCheckouts.createdAt, before))).orderBy(asc(cardCheckouts.expiresAt))
  return rows.map(({ id }) => id)
}

function hasName(named: Named): SQL {
  if ('id' in named) return eq(cardCheckouts.id, named.id)
  return 'sessionId' in named ? eq(cardCheckouts.sessionId, named.sessionId) : eq(cardCheckouts.paymentIntent, named.paymentIntent)
}
