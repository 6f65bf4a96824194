import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { balanceAsOf } from './balance.ts'
import type { IndexTables } from './indices/index-rates.ts'
import type { Balance, BalanceOptions, DebtTerms } from './types.ts'

/** The balance of a debt whose indices are all there. */
export function balanceOf(debt: DebtTerms, asOf: LocalDate, options: BalanceOptions = {}): Balance {
  const answer = balanceAsOf(debt, asOf, options)
  if (!answer.ok) throw new Error(`missing: ${answer.error.index} ${answer.error.month}`)
  return answer.value
}

/** A table from a month on, in millionths of a per cent. */
export function tableOf(code: IndexCode, from: string, rates: readonly bigint[]): IndexTables {
  return { [code]: Object.fromEntries(rates.map((rate, i) => [addMonths(`${from}-01`, i).slice(0, 7), rate])) }
}
