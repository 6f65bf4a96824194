import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { ledgerEntries, ledgerLines } from '../../platform/db/tables/ledger.ts'
import type { Balances, Line } from './ledger.rules.ts'

export type EntryRecord = typeof ledgerEntries.$inferSelect
export type LineRecord = typeof ledgerLines.$inferSelect

/** An entry as the functions of migration 0020 read it; cents are text, exact at any size. */
export interface EntryCall extends Record<'id' | 'event' | 'sourceId' | 'postedAt', string> {
  agreementId: string | null
  lines: readonly (Omit<Line, 'cents'> & { cents: string })[]
}

export async function callPostEntry(tx: Transaction, creditorId: string, entry: EntryCall): Promise<void> {
  await tx.$client.query({ name: 'post_entry', text: 'select post_entry($1, $2)', values: [creditorId, entry] })
}

/** How an agreement stands, account by account. */
export async function balancesOf(tx: Transaction, creditorId: string, agreementId: string): Promise<Balances> {
  const { account, side, cents } = ledgerLines
  const rows = await tx
    .select({ account, cents: sql<string>`sum(case ${side} when 'debit' then ${cents} else -${cents} end)` })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, and(eq(ledgerLines.creditorId, ledgerEntries.creditorId), eq(ledgerLines.entryId, ledgerEntries.id)))
    .where(and(eq(ledgerEntries.creditorId, creditorId), eq(ledgerEntries.agreementId, agreementId)))
    .groupBy(account)
  return Object.fromEntries(rows.map((row) => [row.account, BigInt(row.cents)]))
}

/** The lines of the entries that one source made by some events, each with its event. A debit is positive. */
export async function linesBySource(tx: Transaction, creditorId: string, { sourceId, events }: { sourceId: string; events: readonly EntryRecord['event'][] }): Promise<(Line & { event: EntryRecord['event'] })[]> {
  const rows = await tx
    .select({ event: ledgerEntries.event, line: ledgerLines })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, and(eq(ledgerLines.creditorId, ledgerEntries.creditorId), eq(ledgerLines.entryId, ledgerEntries.id)))
    .where(and(eq(ledgerEntries.creditorId, creditorId), inArray(ledgerEntries.event, [...events]), eq(ledgerEntries.sourceId, sourceId)))
  return rows.map(({ event, line: { account, side, cents, installmentNumber, debtId } }) => ({
    event, account, cents: side === 'debit' ? cents : -cents, ...(installmentNumber === null ? {} : { installmentNumber }), ...(debtId === null ? {} : { debtId }),
  }))
}

interface Wanted {
  agreementId: string | null
  limit: number
  before: string | null
}

/** A creditor's entries, newest first, one more than the limit so that the caller knows of a next page. */
export function findEntries(tx: Transaction, creditorId: string, { agreementId, limit, before }: Wanted): Promise<EntryRecord[]> {
  const wanted = [
    eq(ledgerEntries.creditorId, creditorId),
    agreementId === null ? undefined : eq(ledgerEntries.agreementId, agreementId),
    before === null ? undefined : lt(ledgerEntries.id, before),
  ]
  return tx.select().from(ledgerEntries).where(and(...wanted)).orderBy(desc(ledgerEntries.id)).limit(limit + 1)
}

/** The lines of some entries, in their order. */
export function linesOf(tx: Transaction, creditorId: string, entryIds: readonly string[]): Promise<LineRecord[]> {
  const wanted = and(eq(ledgerLines.creditorId, creditorId), inArray(ledgerLines.entryId, [...entryIds]))
  return tx.select().from(ledgerLines).where(wanted).orderBy(asc(ledgerLines.entryId), asc(ledgerLines.line))
}
