import type { IndexMonth, IndexTable } from '@repactua/shared/contract/indices.ts'
import { formatPercent } from '../../core/interest/percent.ts'
import type { IndexMonthRecord } from './indices.repository.ts'
import type { IndexTableView } from './read-index.ts'

export function presentTable({ code, months, missing }: IndexTableView): IndexTable {
  return { code, data: months.map(presentMonth), missing }
}

function presentMonth({ month, rate, updatedAt }: IndexMonthRecord): IndexMonth {
  return { month, percent: formatPercent(rate), updatedAt: updatedAt.toISOString() }
}
