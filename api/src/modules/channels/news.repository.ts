import { and, eq } from 'drizzle-orm'
import { carrierNews } from '../../platform/db/tables/channels.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type CarrierNewsRecord = typeof carrierNews.$inferSelect

/** Keeps what a provider told; false where it told the same before. */
export async function insertNews(tx: Transaction, news: CarrierNewsRecord): Promise<boolean> {
  const rows = await tx.insert(carrierNews).values(news).onConflictDoNothing({ target: [carrierNews.creditorId, carrierNews.eventKey] }).returning({ id: carrierNews.id })
  return rows.length === 1
}

/** News that nobody has read yet, locked; null where somebody has. */
export async function lockUnreadNews(tx: Transaction, creditorId: string, id: string): Promise<CarrierNewsRecord | null> {
  const [row] = await tx.select().from(carrierNews).where(and(eq(carrierNews.creditorId, creditorId), eq(carrierNews.id, id))).for('update')
  return row?.readAt === null ? row : null
}

export async function setRead(tx: Transaction, { creditorId, id }: Pick<CarrierNewsRecord, 'creditorId' | 'id'>, readAt: Date): Promise<void> {
  await tx.update(carrierNews).set({ readAt }).where(and(eq(carrierNews.creditorId, creditorId), eq(carrierNews.id, id)))
}
