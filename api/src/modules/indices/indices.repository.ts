import { asc, eq, inArray } from 'drizzle-orm'
import type { IndexCode, TableCode } from '@repactua/shared/contract/indices.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { IndexTables } from '../../core/interest/indices/index-rates.ts'
import { indexMonths } from '../../platform/db/tables/index-months.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type IndexMonthRecord = typeof indexMonths.$inferSelect

/** A table in the order of its months. */
export function listMonths(tx: Transaction, code: TableCode): Promise<IndexMonthRecord[]> {
  return tx.select().from(indexMonths).where(eq(indexMonths.code, code)).orderBy(asc(indexMonths.month))
}

/** The tables of these indices, as the arithmetic wants them. */
export async function loadIndexTables(tx: Transaction, codes: readonly IndexCode[]): Promise<IndexTables> {
  const rows = await tx.select().from(indexMonths).where(inArray(indexMonths.code, [...codes]))
  const tables: Partial<Record<TableCode, Record<string, bigint>>> = {}
  for (const { code, month, rate } of rows) (tables[code] ??= {})[month] = rate
  return tables
}

/** The legal rate of a day's month, for limits that hang on it; undefined where the table has no such month. */
export async function findLegalRate(tx: Transaction, on: LocalDate): Promise<bigint | undefined> {
  const { rows } = await tx.$client.query<{ rate: bigint }>({ name: 'find_legal_rate', text: "select rate from index_months where code = 'legal_interest' and month = $1", values: [on.slice(0, 7)] })
  return rows[0]?.rate
}

/** Keeps others from writing to this table to the end of the transaction, so that no two take each other's months for new. */
export async function lockTable(tx: Transaction, code: TableCode): Promise<void> {
  await tx.$client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`index:${code}`])
}

export async function saveMonths(tx: Transaction, months: readonly IndexMonthRecord[]): Promise<void> {
  for (const month of months) {
    await tx.insert(indexMonths).values(month).onConflictDoUpdate({ target: [indexMonths.code, indexMonths.month], set: { rate: month.rate, derived: month.derived, updatedAt: month.updatedAt } })
  }
}
