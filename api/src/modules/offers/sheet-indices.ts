import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import type { IndexTables } from '../../core/interest/indices/index-rates.ts'
import type { OfferDebt } from '../../core/offers/types.ts'

/** Millionths of a per cent by month, as numbers. */
export type IndexMonths = Partial<Record<IndexCode, Record<string, number>>>

/** More than any index lags behind the days that it counts for. */
const LONGEST_LAG_MONTHS = 6

/**
 * The index months that may bear on some debts, as plain JSON. Those from before the oldest debt bear on nothing; but the
 * last known one of each table stays, since it may stand in for those to come. All debts were read from the same tables.
 */
export function plainIndices(debts: readonly OfferDebt[]): IndexMonths {
  const tables = Object.assign({}, ...debts.map(({ terms }) => terms.indices ?? {})) as IndexTables
  const oldest = debts.map(({ terms }) => terms.dueOn).sort()[0] ?? ''
  return mapMonths(tables, (months) => keepFrom(addMonths(oldest, -LONGEST_LAG_MONTHS).slice(0, 7), months), Number)
}

/** The tables that these months stand for. */
export function tablesOf(indices: IndexMonths): IndexTables {
  return mapMonths(indices, Object.entries, BigInt)
}

function keepFrom<T>(from: string, months: Readonly<Record<string, T>>): [string, T][] {
  const last = Object.keys(months).sort().at(-1)
  return Object.entries(months).filter(([month]) => month >= from || month === last)
}

type Tables<T> = Partial<Record<IndexCode, Readonly<Record<string, T>>>>

function mapMonths<A, B>(tables: Tables<A>, pick: (months: Readonly<Record<string, A>>) => [string, A][], map: (rate: A) => B): Partial<Record<IndexCode, Record<string, B>>> {
  return Object.fromEntries(Object.entries(tables).map(([code, months]) => [code, Object.fromEntries(pick(months).map(([month, rate]) => [month, map(rate)]))]))
}
