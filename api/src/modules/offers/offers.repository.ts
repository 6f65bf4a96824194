import { and, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm'
import { offerSheets } from '../../platform/db/tables/offer-sheets.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Actor } from '../../platform/work.ts'

/** A sheet as the person may have it: what it was made of holds the creditor's floors and is read apart. */
export type OfferSheetRecord = Omit<typeof offerSheets.$inferSelect, 'inputs'>

export async function insertSheet(tx: Transaction, record: typeof offerSheets.$inferInsert): Promise<void> {
  await tx.insert(offerSheets).values(record)
}

/** The sheet of this id, where it is the actor's. */
export async function findSheet(tx: Transaction, actor: Actor, id: string): Promise<OfferSheetRecord | null> {
  const [record] = await tx.select(SHOWN).from(offerSheets).where(and(eq(offerSheets.id, id), ownedBy(actor)))
  return record ?? null
}

/** What one of the creditor's sheets was made of, with its hash; the inputs are null where it is older than they are. */
export async function findSheetInputs(tx: Transaction, creditorId: string, id: string): Promise<{ inputs: string | null; sha256: Buffer } | null> {
  const [row] = await tx.select({ inputs: offerSheets.inputs, sha256: offerSheets.sha256 }).from(offerSheets).where(and(eq(offerSheets.creditorId, creditorId), eq(offerSheets.id, id)))
  return row ?? null
}

/** What sheets were made of, by their whole keys; those from before inputs were kept are left out. */
export async function findInputsOfSheets(tx: Transaction, keys: readonly { creditorId: string; sheetId: string }[]): Promise<{ id: string; inputs: string }[]> {
  const among = and(inArray(offerSheets.creditorId, [...new Set(keys.map(({ creditorId }) => creditorId))]), inArray(offerSheets.id, keys.map(({ sheetId }) => sheetId)))
  const rows = await tx.select({ id: offerSheets.id, inputs: offerSheets.inputs }).from(offerSheets).where(among)
  return rows.flatMap(({ id, inputs }) => (inputs === null ? [] : [{ id, inputs }]))
}

const { inputs: _apart, ...SHOWN } = getTableColumns(offerSheets)

// Row-level security holds too; but a person's transaction may have entered a creditor, which sees more.
function ownedBy(actor: Actor): SQL | undefined {
  if (actor.kind === 'debtor') return eq(offerSheets.cpfIndex, actor.cpfIndex)
  return actor.kind === 'client' ? eq(offerSheets.creditorId, actor.creditorId) : undefined
}
