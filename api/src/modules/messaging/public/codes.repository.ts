import { and, eq } from 'drizzle-orm'
import { messageCodes, messages } from '../../../platform/db/tables/messages.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

const COLUMNS = {
  code: messageCodes.code, next: messageCodes.next, linkUntil: messageCodes.linkUntil,
  id: messages.id, creditorId: messages.creditorId, cpfIndex: messages.cpfIndex, purpose: messages.purpose, channel: messages.channel, sentAt: messages.sentAt,
}

/** The message of a code. The transaction's scope is the code, so it can find nothing else. */
export async function findByCode(tx: Transaction, code: string) {
  const [row] = await tx.select(COLUMNS).from(messageCodes)
    .innerJoin(messages, and(eq(messages.creditorId, messageCodes.creditorId), eq(messages.id, messageCodes.messageId)))
    .where(eq(messageCodes.code, code))
  return row ?? null
}
