import { and, asc, count, eq, gt, inArray } from 'drizzle-orm'
import { conversationMessages as messages } from '../../platform/db/tables/conversations.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { ThreadKey } from './threads.repository.ts'

export type MessageRecord = typeof messages.$inferSelect

const ofThread = ({ creditorId, id }: ThreadKey) => and(eq(messages.creditorId, creditorId), eq(messages.conversationId, id))

/** Whether a provider's message was taken before. The caller holds the thread's lock. */
export async function isTaken(tx: Transaction, { creditorId, accountId, providerMessageId }: { creditorId: string; accountId: string; providerMessageId: string }): Promise<boolean> {
  const rows = await tx.select({ id: messages.id }).from(messages)
    .where(and(eq(messages.creditorId, creditorId), eq(messages.accountId, accountId), eq(messages.providerMessageId, providerMessageId), eq(messages.author, 'person')))
  return rows.length > 0
}

export async function insertMessage(tx: Transaction, message: MessageRecord): Promise<void> {
  await tx.insert(messages).values(message)
}

/** The whole thread, in its order. */
export function messagesOf(tx: Transaction, key: ThreadKey): Promise<MessageRecord[]> {
  return tx.select().from(messages).where(ofThread(key)).orderBy(asc(messages.position))
}

/** How many answers of the machine a thread has had since an instant. */
export async function countAnswers(tx: Transaction, key: ThreadKey, since: Date): Promise<number> {
  const [row] = await tx.select({ answers: count() }).from(messages).where(and(ofThread(key), eq(messages.author, 'machine'), gt(messages.createdAt, since)))
  return row!.answers
}

/** What is still to go out of a thread, or is on its way, in its order. */
export function unsentOf(tx: Transaction, key: ThreadKey): Promise<MessageRecord[]> {
  return tx.select().from(messages).where(and(ofThread(key), inArray(messages.status, ['planned', 'sending']))).orderBy(asc(messages.position))
}

export async function setMessage(tx: Transaction, { creditorId, conversationId, position, providerMessageId, status, changedAt }: MessageRecord): Promise<void> {
  await tx.update(messages).set({ providerMessageId, status, changedAt }).where(and(ofThread({ creditorId, id: conversationId }), eq(messages.position, position)))
}
