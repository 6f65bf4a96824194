import { and, desc, eq } from 'drizzle-orm'
import { messageAttempts, messageCodes } from '../../../platform/db/tables/messages.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { MessageKey } from '../messages.repository.ts'

export type AttemptRecord = typeof messageAttempts.$inferSelect

/** Takes messages that are due, of any creditor, at most `each` of one; nobody else takes them before `until`. */
export async function claimMessages(tx: Transaction, claim: { now: Date; until: Date; limit: number; each: number }): Promise<MessageKey[]> {
  const { rows } = await tx.$client.query<MessageKey>({
    name: 'claim_messages', text: 'select creditor_id as "creditorId", id from claim_messages($1, $2, $3, $4)', values: [claim.now, claim.until, claim.limit, claim.each],
  })
  return rows
}

export async function insertAttempt(tx: Transaction, attempt: AttemptRecord): Promise<void> {
  await tx.insert(messageAttempts).values(attempt)
}

/** The attempts of a message, newest first. */
export function attemptsOf(tx: Transaction, { creditorId, id }: MessageKey): Promise<AttemptRecord[]> {
  return tx.select().from(messageAttempts).where(and(eq(messageAttempts.creditorId, creditorId), eq(messageAttempts.messageId, id))).orderBy(desc(messageAttempts.startedAt), desc(messageAttempts.id))
}

export async function findAttempt(tx: Transaction, creditorId: string, id: string): Promise<AttemptRecord | null> {
  const [row] = await tx.select().from(messageAttempts).where(and(eq(messageAttempts.creditorId, creditorId), eq(messageAttempts.id, id)))
  return row ?? null
}

/** The attempt that a carrier knows under an id of its own; the newest where it gave one twice. */
export async function findAttemptByProvider(tx: Transaction, creditorId: string, providerMessageId: string): Promise<AttemptRecord | null> {
  const [row] = await tx.select().from(messageAttempts).where(and(eq(messageAttempts.creditorId, creditorId), eq(messageAttempts.providerMessageId, providerMessageId))).orderBy(desc(messageAttempts.id)).limit(1)
  return row ?? null
}

export async function setAttempt(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }, change: Partial<AttemptRecord>): Promise<void> {
  await tx.update(messageAttempts).set(change).where(and(eq(messageAttempts.creditorId, creditorId), eq(messageAttempts.id, id)))
}

/** Writes down a message's code; false where another message has it. */
export async function insertCode(tx: Transaction, code: typeof messageCodes.$inferSelect): Promise<boolean> {
  const { rowCount } = await tx.insert(messageCodes).values(code).onConflictDoNothing({ target: messageCodes.code })
  return rowCount === 1
}
