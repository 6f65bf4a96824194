import type { TableCode } from '@repactua/shared/contract/indices.ts'
import type { Work } from '../../platform/work.ts'
import { listMonths, type IndexMonthRecord } from './indices.repository.ts'
import { holesIn } from './indices.rules.ts'

export interface IndexTableView {
  code: TableCode
  months: IndexMonthRecord[]
  missing: string[]
}

/** The whole table of an index, with the months that lack in it. */
export async function readIndex(work: Work, code: TableCode): Promise<IndexTableView> {
  const months = await listMonths(work.tx, code)
  return { code, months, missing: holesIn(months.map(({ month }) => month)) }
}
