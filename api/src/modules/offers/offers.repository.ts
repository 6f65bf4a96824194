import { and, eq, type SQL } from 'drizzle-orm'
import { offerSheets } from '../../platform/db/tables/offer-sheets.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Actor } from '../../platform/work.ts'

export type OfferSheetRecord = typeof offerSheets.$inferSelect

export async function insertSheet(tx: Transaction, record: OfferSheetRecord): Promise<void> {
  await tx.insert(offerSheets).values(record)
}

/** The sheet of this id, where it is the actor's. */
export async function findSheet(tx: Transaction, actor: Actor, id: string): Promise<OfferSheetRecord | null> {
  const [record] = await tx.select().from(offerSheets).where(and(eq(offerSheets.id, id), ownedBy(actor)))
  return record ?? null
}

// Row-level security holds too; but a person's transaction may have entered a creditor, which sees more.
function ownedBy(actor: Actor): SQL | undefined {
  if (actor.kind === 'debtor') return eq(offerSheets.cpfIndex, actor.cpfIndex)
  return actor.kind === 'client' ? eq(offerSheets.creditorId, actor.creditorId) : undefined
}
