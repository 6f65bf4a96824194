import type { Transaction } from '../../../platform/db/transaction.ts'
import { paymentReferences } from '../../../platform/db/tables/payments.ts'

/**
 * Puts a reference in; false where it stands already. A twin in another transaction waits here until the first one has ended,
 * so that its effect is seen.
 */
export async function claimReference(tx: Transaction, { creditorId, externalReference, createdAt }: typeof paymentReferences.$inferSelect): Promise<boolean> {
  const rows = await tx.insert(paymentReferences).values({ creditorId, externalReference, createdAt }).onConflictDoNothing().returning({ reference: paymentReferences.externalReference })
  return rows.length === 1
}
