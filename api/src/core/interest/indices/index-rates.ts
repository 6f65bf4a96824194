import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { addMonths, dayInMonth, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok, type Result } from '../../result.ts'

/** What each index was in each month ('YYYY-MM'), in millionths of a per cent: 0.605306 % is 605306n. */
export type IndexTables = Readonly<Partial<Record<IndexCode, Readonly<Record<string, bigint>>>>>

/** A month of an index, and for how many days of a calendar month it counts. */
export interface MonthRate {
  /** The month for which the index was published. */
  month: string
  rate: bigint
  days: number
  daysOfMonth: number
  /** The month is not out yet: the last known one stands in for it. */
  projected?: true
}

/** A month that the table lacks; up to `knownUntil` everything can be computed. */
export interface MissingIndex {
  index: IndexCode
  month: string
  knownUntil: LocalDate
}

// How many months before its own a day takes its index from, so that it has been published by then: IPCA and INPC come
// out by the middle of the next month, IGP-M and Selic at the end of theirs. The table of legal interest looks back itself.
const LAG_MONTHS: Record<IndexCode, number> = { ipca: 2, inpc: 2, igpm: 1, selic: 1, legal_interest: 0 }

/**
 * The months of an index for a period, first day in, last day out. Refuses at the first month that the table lacks; a
 * projection lets the table's last month stand in for those after it, marked, and refuses holes all the same.
 */
export function indexRates(tables: IndexTables | undefined, index: IndexCode, from: LocalDate, until: LocalDate, project = false): Result<MonthRate[], MissingIndex> {
  const rates: MonthRate[] = []
  for (let start = from; start < until;) {
    const first = dayInMonth(start, 0, 1)
    const next = dayInMonth(start, 1, 1)
    const end = next < until ? next : until
    const month = addMonths(first, -LAG_MONTHS[index]).slice(0, 7)
    const rate = rateOf(tables?.[index], month, project)
    if (!rate) return err({ index, month, knownUntil: start })
    rates.push({ month, ...rate, days: daysBetween(start, end), daysOfMonth: daysBetween(first, next) })
    start = end
  }
  return ok(rates)
}

function rateOf(table: IndexTables[IndexCode], month: string, project: boolean): Pick<MonthRate, 'rate' | 'projected'> | null {
  const known = table?.[month]
  if (known !== undefined) return { rate: known }
  const last = project ? lastRateBefore(table, month) : undefined
  return last === undefined ? null : { rate: last, projected: true }
}

// The rate of the table's last month, where the table ends before this one.
function lastRateBefore(table: IndexTables[IndexCode], month: string): bigint | undefined {
  const last = Object.keys(table ?? {}).reduce((latest, each) => (each > latest ? each : latest), '')
  return last < month ? table?.[last] : undefined
}
