import { messageReceipts } from '../../../platform/db/tables/messages.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

type ReceiptRecord = typeof messageReceipts.$inferSelect

/** Writes a receipt down; false where it was told before. */
export async function insertReceipt(tx: Transaction, receipt: ReceiptRecord): Promise<boolean> {
  const { rowCount } = await tx.insert(messageReceipts).values(receipt).onConflictDoNothing()
  return rowCount === 1
}
