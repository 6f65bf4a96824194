import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { debtors } from '../../platform/db/tables/debtors.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Work } from '../../platform/work.ts'

/** A person as one creditor knows them, sealed. */
export type DebtorRow = typeof debtors.$inferSelect

/** For an upsert: an address that is the same keeps its age, another one is new. */
export const EMAIL_SINCE = 'case when debtors.email_mac is distinct from excluded.email_mac then excluded.email_since else debtors.email_since end'

/** More than live in any household: a creditor's own number, written down for many, is nobody's. */
const MOST_OF_ONE_PHONE = 12

/** Puts a person in, or brings a known one up to date, and says whether that wrote anything. The id that is there stays. */
export async function upsertDebtor(work: Pick<Work, 'tx'>, row: DebtorRow): Promise<{ id: string; changed: boolean }> {
  const { cpfSealed, nameSealed, birthDateSealed, emailSealed, emailMac, phoneSealed, phoneIndex, state, city, fingerprint, updatedAt } = row
  const [written] = await work.tx
    .insert(debtors)
    .values(row)
    .onConflictDoUpdate({
      target: [debtors.creditorId, debtors.cpfIndex],
      set: { cpfSealed, nameSealed, birthDateSealed, emailSealed, emailMac, emailSince: sql.raw(EMAIL_SINCE), phoneSealed, phoneIndex, state, city, fingerprint, updatedAt },
      setWhere: ne(debtors.fingerprint, sql`excluded.fingerprint`),
    })
    .returning({ id: debtors.id })
  return written ? { id: written.id, changed: true } : { id: await idOf(work.tx, row), changed: false }
}

// Nothing changed, so nothing was written and no id came back. A statement of its own, since the row may be a
// twin's that was not committed yet when the insert began.
async function idOf(tx: Transaction, { creditorId, cpfIndex }: DebtorRow): Promise<string> {
  const row = await findRowByCpf(tx, creditorId, cpfIndex)
  if (!row) throw new Error('a debtor in conflict was not found')
  return row.id
}

export async function findRowByCpf(tx: Transaction, creditorId: string, cpfIndex: Buffer): Promise<DebtorRow | null> {
  const [row] = await tx.select().from(debtors).where(and(eq(debtors.creditorId, creditorId), eq(debtors.cpfIndex, cpfIndex))).prepare('find_debtor_by_cpf').execute()
  return row ?? null
}

export async function findRow(tx: Transaction, creditorId: string, id: string): Promise<DebtorRow | null> {
  const [row] = await tx.select().from(debtors).where(and(eq(debtors.creditorId, creditorId), eq(debtors.id, id)))
  return row ?? null
}

export function findRows(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<DebtorRow[]> {
  return tx.select().from(debtors).where(and(eq(debtors.creditorId, creditorId), inArray(debtors.id, [...ids])))
}

/** What every creditor knows of one person, newest first. The transaction must see that person. */
export async function listRowsOfPerson(tx: Transaction, cpfIndex: Buffer): Promise<DebtorRow[]> {
  return tx.select().from(debtors).where(eq(debtors.cpfIndex, cpfIndex)).orderBy(desc(debtors.updatedAt), desc(debtors.id))
}

/** The people whom a creditor knows by this phone number, the oldest first. */
export function findRowsByPhone(tx: Transaction, creditorId: string, phoneIndex: Buffer): Promise<DebtorRow[]> {
  return tx.select().from(debtors).where(and(eq(debtors.creditorId, creditorId), eq(debtors.phoneIndex, phoneIndex))).orderBy(asc(debtors.id)).limit(MOST_OF_ONE_PHONE)
}

/** Some of a creditor's people whose number cannot be looked up yet. */
export function findRowsWithoutPhoneIndex(tx: Transaction, creditorId: string, limit: number): Promise<DebtorRow[]> {
  return tx.select().from(debtors).where(and(eq(debtors.creditorId, creditorId), isNotNull(debtors.phoneSealed), isNull(debtors.phoneIndex))).limit(limit)
}

export async function setPhoneIndex(tx: Transaction, { creditorId, id }: DebtorRow, phoneIndex: Buffer): Promise<void> {
  await tx.update(debtors).set({ phoneIndex }).where(and(eq(debtors.creditorId, creditorId), eq(debtors.id, id)))
}
