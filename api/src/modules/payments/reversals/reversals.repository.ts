import { and, asc, eq } from 'drizzle-orm'
import { paymentReversals, paymentReversalShares } from '../../../platform/db/tables/payments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { TakenShare } from '../../agreements/index.ts'

export type ReversalRecord = typeof paymentReversals.$inferSelect

/** A reversal by the bank's own reference. */
export async function findReversal(tx: Transaction, creditorId: string, externalReference: string): Promise<ReversalRecord | null> {
  const [row] = await tx.select().from(paymentReversals).where(and(eq(paymentReversals.creditorId, creditorId), eq(paymentReversals.externalReference, externalReference)))
  return row ?? null
}

/** What was taken back of the payments of an agreement, oldest first. */
export function reversalsOf(tx: Transaction, { creditorId, agreementId }: Pick<ReversalRecord, 'creditorId' | 'agreementId'>): Promise<ReversalRecord[]> {
  return tx.select().from(paymentReversals).where(and(eq(paymentReversals.creditorId, creditorId), eq(paymentReversals.agreementId, agreementId))).orderBy(asc(paymentReversals.reversedAt), asc(paymentReversals.id))
}

/** What each installment lost by the reversals of one payment. */
export function takenSharesOf(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }): Promise<TakenShare[]> {
  const { installmentNumber, cents, lateCents, loweredCents, forgivenCents } = paymentReversalShares
  return tx.select({ installmentNumber, cents, lateCents, loweredCents, forgivenCents }).from(paymentReversalShares)
    .where(and(eq(paymentReversalShares.creditorId, creditorId), eq(paymentReversalShares.paymentId, id)))
}

/** Puts a reversal in; false where another payment's reversal took its reference at the same time. */
export async function insertReversal(tx: Transaction, reversal: ReversalRecord, taken: readonly TakenShare[]): Promise<boolean> {
  const { creditorId, id: reversalId, paymentId, agreementId } = reversal
  const rows = await tx.insert(paymentReversals).values(reversal).onConflictDoNothing({ target: [paymentReversals.creditorId, paymentReversals.externalReference] }).returning({ id: paymentReversals.id })
  if (rows.length === 0) return false
  await tx.insert(paymentReversalShares).values(taken.map((share) => ({ ...share, creditorId, reversalId, paymentId, agreementId })))
  return true
}
