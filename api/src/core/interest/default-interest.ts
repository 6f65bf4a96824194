import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'
import type { MonthRate } from './indices/index-rates.ts'
import { withinCap } from './charges-cap.ts'
import { compoundInterest, simpleInterest } from './interest-of-days.ts'
import { interestBeforeTable, TABLE_BEGINS } from './indices/legal-history.ts'
import { legalInterest } from './indices/legal-interest.ts'
import { periodOf, type Ledger } from './ledger.ts'
import type { BalanceLine, DebtTerms } from './types.ts'

const LIMIT_OF_INTEREST: Record<Regime, string> = { financial: 'default-interest-bank', non_financial: 'usury' }

/** The index months that legal interest needs: of the table, and of Selic before it where the creditor's lawyer holds so. */
export interface LegalMonths {
  table: readonly MonthRate[]
  selicBefore: readonly MonthRate[]
}

/**
 * Writes the interest of the days since the last line on the open principal as it is corrected, by the contract's method;
 * half a cent goes up. What is open of earlier interest bears none: a payment starts the count anew.
 */
export function accrueInterest(ledger: Ledger, debt: DebtTerms, until: LocalDate, months: LegalMonths): void {
  const base = ledger.open.principal + ledger.open.correction
  const from = ledger.accruedTo
  if (debt.interestMethod !== 'legal') return write(ledger, agreedInterest(debt, base, daysBetween(from, until)), from, until)
  const hasHistory = (debt.legalInterestHistory ?? 'none') !== 'none'
  if (hasHistory && from < TABLE_BEGINS) {
    const end = until < TABLE_BEGINS ? until : TABLE_BEGINS
    write(ledger, interestBeforeTable(debt, base, { from, until: end, selic: months.selicBefore }), from, end)
  }
  write(ledger, legalInterest(base, months.table), from < TABLE_BEGINS && hasHistory ? TABLE_BEGINS : from, until)
}

function write(ledger: Ledger, whole: BalanceLine, from: LocalDate, until: LocalDate): void {
  const line = withinCap(ledger, whole)
  if (line.cents === 0n) return
  ledger.open.defaultInterest += line.cents
  ledger.interest.push({ line, period: periodOf(from, until) })
}

function agreedInterest(debt: DebtTerms, base: bigint, days: number): BalanceLine {
  const { defaultInterestMonthlyBps: bps, dayCount } = debt
  const isCompound = debt.interestMethod === 'compound'
  const interest = (isCompound ? compoundInterest : simpleInterest)(base, days, { bps, dayCount })
  return { kind: 'default_interest', ...interest, ...(isCompound ? { rule: 'compounding' } : limitOf(debt)), rateBps: bps, days }
}

// A special law takes the place of the limit of Súmula 379; what it is stands with the debt.
function limitOf({ regime, specialLaw }: DebtTerms): Pick<BalanceLine, 'rule' | 'source'> {
  if (specialLaw) return { rule: 'special-law', source: specialLaw }
  return { rule: regime ? LIMIT_OF_INTEREST[regime] : 'default-start' }
}
