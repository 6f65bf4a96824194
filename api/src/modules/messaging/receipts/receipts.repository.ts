import { and, asc, eq } from 'drizzle-orm'
import { messageReceipts } from '../../../platform/db/tables/messages.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { MessageKey } from '../messages.repository.ts'

export type ReceiptRecord = typeof messageReceipts.$inferSelect

/** Writes a receipt down; false where it was told before. */
export async function insertReceipt(tx: Transaction, receipt: ReceiptRecord): Promise<boolean> {
  const { rowCount } = await tx.insert(messageReceipts).values(receipt).onConflictDoNothing()
  return rowCount === 1
}

/** What carriers told of a message, in the order of their clocks. */
export function receiptsOf(tx: Transaction, { creditorId, id }: MessageKey): Promise<ReceiptRecord[]> {
  return tx.select().from(messageReceipts).where(and(eq(messageReceipts.creditorId, creditorId), eq(messageReceipts.messageId, id))).orderBy(asc(messageReceipts.at), asc(messageReceipts.id))
}
