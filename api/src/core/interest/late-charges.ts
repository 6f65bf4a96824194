import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween, formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import type { Ledger } from './ledger.ts'
import type { DebtTerms } from './types.ts'

const BPS = 10_000n
const DAYS_OF_A_MONTH = 30n

const LIMIT_OF_INTEREST: Record<Regime, string> = { financial: 'default-interest-bank', non_financial: 'usury' }

/** Writes the fine, once, on the principal that was open when the debt fell due; half a cent goes up (CDC 52 §1). */
export function chargeFine(ledger: Ledger, { lateFeeBps }: DebtTerms): void {
  const base = ledger.open.principal
  const cents = divideHalfUp(base * BigInt(lateFeeBps), BPS)
  if (cents === 0n) return
  ledger.open.lateFine = cents
  ledger.fine.push({ kind: 'late_fine', cents, formula: `${brl(base)} × ${formatBps(lateFeeBps)}`, rule: 'late-fine', rateBps: lateFeeBps })
}

/** Writes simple interest on the open principal for the days since the last line: principal × rate ÷ 30 × days, half up. */
export function accrueInterest(ledger: Ledger, { defaultInterestMonthlyBps: bps, regime }: DebtTerms, until: LocalDate): void {
  const base = ledger.open.principal
  const days = daysBetween(ledger.accruedTo, until)
  const period = `${formatDate(ledger.accruedTo)} a ${formatDate(until)}`
  const cents = divideHalfUp(base * BigInt(bps) * BigInt(days), BPS * DAYS_OF_A_MONTH)
  ledger.accruedTo = until
  if (cents === 0n) return
  const rule = regime ? LIMIT_OF_INTEREST[regime] : 'default-start'
  const formula = `${brl(base)} × ${formatBps(bps)} ÷ 30 × ${days} ${days === 1 ? 'dia' : 'dias'}`
  ledger.open.defaultInterest += cents
  ledger.interest.push({ line: { kind: 'default_interest', cents, formula, rule, rateBps: bps, days }, period })
}
