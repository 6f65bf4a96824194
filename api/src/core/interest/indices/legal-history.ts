import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { currentRule } from '../../legal/legal-rules.ts'
import type { MonthRate } from './index-rates.ts'
import { simpleInterest } from '../interest-of-days.ts'
import { sumOfMonths } from './legal-interest.ts'
import type { BalanceLine, DebtTerms } from '../types.ts'

/** The first day of the table of legal interest (Lei 14.905/2024). */
export const TABLE_BEGINS: LocalDate = currentRule('legal-interest').validFrom

const ONE_PER_CENT = currentRule('legal-interest-one-per-cent')
/** The first day of the Civil Code of 2002, whose art. 406 left the rate open; no day before it bears any here. */
const CODE_BEGINS = ONE_PER_CENT.validFrom

/**
 * What the days before the table come to on `base`, as the creditor's lawyer reads the old CC 406: 1 % a month (CTN 161 §1),
 * or the months of Selic added up, which bears correction too and so never stands beside it. Half a cent goes up.
 */
export function interestBeforeTable({ legalInterestHistory, dayCount }: DebtTerms, base: bigint, days: { from: LocalDate; until: LocalDate; selic: readonly MonthRate[] }): BalanceLine {
  if (legalInterestHistory === 'selic') return sumOfMonths(base, days.selic, { index: 'selic', rule: 'legal-interest-selic' })
  const from = historyFrom(days.from)
  const count = from < days.until ? daysBetween(from, days.until) : 0
  const bps = ONE_PER_CENT.number ?? 0
  return { kind: 'default_interest', ...simpleInterest(base, count, { bps, dayCount }), rule: ONE_PER_CENT.id, rateBps: bps, days: count }
}

/** The first day of a period that the old article reaches. */
export function historyFrom(from: LocalDate): LocalDate {
  return from < CODE_BEGINS ? CODE_BEGINS : from
}
