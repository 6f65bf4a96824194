import { and, arrayContains, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { MessageQuery } from '@repactua/shared/contract/messages.ts'
import { debts } from '../../../platform/db/tables/debts.ts'
import { messageReceipts, messages } from '../../../platform/db/tables/messages.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { MessageKey, MessageRecord } from '../messages.repository.ts'

export type ReceiptRecord = typeof messageReceipts.$inferSelect

/** Which messages of a creditor a list holds. Days are told as bounds of ids, which sort by the time of their making. */
export interface MessageFilter extends Pick<MessageQuery, 'status' | 'channel' | 'purpose'> {
  debtorId?: string
  /** About this debt, of this person's. */
  debt?: { id: string; debtorId: string }
  rulerId?: string
  firstId?: string
  /** The list ends before this id. */
  beforeIds: readonly string[]
  limit: number
}

/** A creditor's messages, newest first, one more than the limit so that the caller knows of a next page. */
export function listMessageRows(tx: Transaction, creditorId: string, { status, channel, purpose, debtorId, debt, rulerId, firstId, beforeIds, limit }: MessageFilter): Promise<MessageRecord[]> {
  const wanted = [
    eq(messages.creditorId, creditorId),
    status && eq(messages.status, status),
    channel && eq(messages.channel, channel),
    purpose && eq(messages.purpose, purpose),
    debtorId === undefined ? undefined : eq(messages.debtorId, debtorId),
    debt && and(eq(messages.debtorId, debt.debtorId), arrayContains(messages.debtIds, [debt.id])),
    rulerId === undefined ? undefined : eq(messages.rulerId, rulerId),
    firstId === undefined ? undefined : gte(messages.id, firstId),
    ...beforeIds.map((id) => lt(messages.id, id)),
  ]
  return tx.select().from(messages).where(and(...wanted)).orderBy(desc(messages.id)).limit(limit + 1)
}

/** A debt of the creditor's by its own id, with whose it is. */
export async function findDebtOfMessages(tx: Transaction, creditorId: string, externalId: string): Promise<{ id: string; debtorId: string } | null> {
  const [row] = await tx.select({ id: debts.id, debtorId: debts.debtorId }).from(debts).where(and(eq(debts.creditorId, creditorId), eq(debts.externalId, externalId)))
  return row ?? null
}

/** The creditor's own ids of debts, by ours. */
export async function externalIdsOf(tx: Transaction, creditorId: string, debtIds: readonly string[]): Promise<Map<string, string>> {
  if (debtIds.length === 0) return new Map()
  const rows = await tx.select({ id: debts.id, externalId: debts.externalId }).from(debts).where(and(eq(debts.creditorId, creditorId), inArray(debts.id, [...debtIds])))
  return new Map(rows.map(({ id, externalId }) => [id, externalId]))
}

/** What carriers told of a message, in the order of what they told of. */
export function receiptsOf(tx: Transaction, { creditorId, id }: MessageKey): Promise<ReceiptRecord[]> {
  return tx.select().from(messageReceipts).where(and(eq(messageReceipts.creditorId, creditorId), eq(messageReceipts.messageId, id))).orderBy(asc(messageReceipts.at), asc(messageReceipts.id))
}
