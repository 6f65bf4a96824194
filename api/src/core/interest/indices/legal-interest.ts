import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { currentRule } from '../../legal/legal-rules.ts'
import { divideHalfEven, divideHalfUp } from '../../money/divide.ts'
import { brl } from '../../money/show.ts'
import type { MonthRate } from './index-rates.ts'
import { INDEX_NAMES } from '../ledger.ts'
import { showPercent } from '../percent.ts'
import { monthsInWords } from './show-months.ts'
import type { BalanceLine } from '../types.ts'

const HUNDRED_PER_CENT = 100_000_000n
/** The smallest number that 28, 29, 30 and 31 all divide: months of any length are added up exactly. */
const PARTS_OF_A_MONTH = 377_580n

/** The first day of a period for which there is a legal rate: no day before the law bears any (Lei 14.905/2024). */
export function legalFrom(from: LocalDate): LocalDate {
  const { validFrom } = currentRule('legal-interest')
  return from < validFrom ? validFrom : from
}

/** What the legal rates of a period come to on `base` (CC 406, CMN 5.171/2024). */
export function legalInterest(base: bigint, months: readonly MonthRate[]): BalanceLine {
  return sumOfMonths(base, months, { index: 'legal_interest', rule: 'legal-interest' })
}

/**
 * Interest by a table: the months are added, part of a month is its rate / days of the month x days. The sum is taken with the
 * six decimals that it is shown with, half to even, so that anybody comes to the same cent. Half a cent goes up.
 */
export function sumOfMonths(base: bigint, months: readonly MonthRate[], { index, rule }: { index: IndexCode; rule: string }): BalanceLine {
  const parts = months.reduce((sum, month) => sum + partsOf(month), 0n)
  const rate = divideHalfEven(parts, PARTS_OF_A_MONTH)
  const cents = divideHalfUp(base * rate, HUNDRED_PER_CENT)
  const days = months.reduce((sum, month) => sum + month.days, 0)
  const formula = `${brl(base)} × ${showPercent(rate)} (${INDEX_NAMES[index]} de ${monthsInWords(months)})`
  return { kind: 'default_interest', cents, formula, rule, rate, index, days, months }
}

function partsOf({ rate, days, daysOfMonth }: MonthRate): bigint {
  return rate * BigInt(days) * (PARTS_OF_A_MONTH / BigInt(daysOfMonth))
}
