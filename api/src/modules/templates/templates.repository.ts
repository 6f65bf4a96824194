import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { messageTemplates } from '../../platform/db/tables/message-templates.ts'

export type TemplateRecord = typeof messageTemplates.$inferSelect

/** The texts that a creditor has published under these keys and that are in use. */
export function publishedTexts(tx: Transaction, creditorId: string, keys: readonly string[]): Promise<TemplateRecord[]> {
  const { status, key } = messageTemplates
  return tx.select().from(messageTemplates).where(and(eq(messageTemplates.creditorId, creditorId), eq(status, 'published'), inArray(key, [...keys])))
}
