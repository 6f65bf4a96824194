import type { IndexMonth, IndexTable, TableCode } from '@repactua/shared/contract/indices.ts'
import type { IndexMonthRecord } from './indices.repository.ts'
import type { IndexTableView } from './read-index.ts'
import { showRate } from './rate.rules.ts'

export function presentTable({ code, months, missing }: IndexTableView): IndexTable {
  return { code, data: months.map((month) => presentMonth(code, month)), missing }
}

function presentMonth(code: TableCode, { month, rate, derived, updatedAt }: IndexMonthRecord): IndexMonth {
  return { month, percent: showRate(code, rate), ...(derived ? { derived } : {}), updatedAt: updatedAt.toISOString() }
}
