import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import type { MonthRate } from './index-rates.ts'
import { legalInterest } from './legal-interest.ts'
import { periodOf, type Ledger } from './ledger.ts'
import type { BalanceLine, DayCount, DebtTerms } from './types.ts'

const BPS = 10_000n

const LIMIT_OF_INTEREST: Record<Regime, string> = { financial: 'default-interest-bank', non_financial: 'usury' }

// A day as a share of a month: of 30 days, of a year of 360, of a year of 365.
const DAY: Record<DayCount, { over: number; under: number; words: string }> = {
  month_30: { over: 1, under: 30, words: ' ÷ 30' },
  year_360: { over: 12, under: 360, words: ' × 12 ÷ 360' },
  year_365: { over: 12, under: 365, words: ' × 12 ÷ 365' },
}

/**
 * Writes the interest of the days since the last line on the open principal as it is corrected, by the contract's method;
 * half a cent goes up. What is open of earlier interest bears none: a payment starts the count anew.
 */
export function accrueInterest(ledger: Ledger, debt: DebtTerms, until: LocalDate, legalMonths: readonly MonthRate[]): void {
  const base = ledger.open.principal + ledger.open.correction
  const days = daysBetween(ledger.accruedTo, until)
  const line = lineFor(debt, base, days, legalMonths)
  if (line.cents === 0n) return
  ledger.open.defaultInterest += line.cents
  ledger.interest.push({ line, period: periodOf(ledger, until) })
}

function lineFor(debt: DebtTerms, base: bigint, days: number, legalMonths: readonly MonthRate[]): BalanceLine {
  if (debt.interestMethod === 'legal') return legalInterest(base, legalMonths)
  return debt.interestMethod === 'compound' ? compoundInterest(debt, base, days) : simpleInterest(debt, base, days)
}

// principal x rate x share of a month x days
function simpleInterest({ defaultInterestMonthlyBps: bps, dayCount = 'month_30', regime }: DebtTerms, base: bigint, days: number): BalanceLine {
  const day = DAY[dayCount]
  const cents = divideHalfUp(base * BigInt(bps) * BigInt(days * day.over), BPS * BigInt(day.under))
  const rule = regime ? LIMIT_OF_INTEREST[regime] : 'default-start'
  const formula = `${brl(base)} × ${formatBps(bps)}${day.words} × ${days} ${days === 1 ? 'dia' : 'dias'}`
  return { kind: 'default_interest', cents, formula, rule, rateBps: bps, days }
}

// principal x ((1 + rate)^whole months x (1 + rate x rest of a month) - 1): whole months multiply, the rest is simple.
function compoundInterest({ defaultInterestMonthlyBps: bps, dayCount = 'month_30' }: DebtTerms, base: bigint, days: number): BalanceLine {
  const { over, under } = DAY[dayCount]
  const months = Math.floor((days * over) / under)
  const rest = BigInt((days * over) % under)
  const whole = BPS ** BigInt(months) * BPS * BigInt(under)
  const grown = (BPS + BigInt(bps)) ** BigInt(months) * (BPS * BigInt(under) + BigInt(bps) * rest)
  const cents = divideHalfUp(base * (grown - whole), whole)
  const rate = formatBps(bps)
  const formula = `${brl(base)} × ((1 + ${rate})^${months} × (1 + ${rate} × ${rest} ÷ ${under}) − 1)`
  return { kind: 'default_interest', cents, formula, rule: 'compounding', rateBps: bps, days }
}
