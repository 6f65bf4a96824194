import { divideHalfEven, divideHalfUp } from '../../money/divide.ts'
import { brl } from '../../money/show.ts'
import type { MonthRate } from './index-rates.ts'
import { INDEX_NAMES, periodOf, type Ledger } from '../ledger.ts'
import { showPercent } from '../percent.ts'
import { monthsInWords } from './show-months.ts'
import type { BalanceLine, DebtTerms } from '../types.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

const HUNDRED_PER_CENT = 100_000_000n

/**
 * Writes the correction of the open principal, corrected so far, by an index: each month multiplies, part of a month is
 * its rate / days of the month x days. What they come to is taken with the six decimals that it is shown with, half to even.
 * Half a cent goes up. Falling prices never take it below the nominal value (STJ,
 * Tema 678).
 */
export function correctPrincipal(ledger: Ledger, { correctionIndex: index }: DebtTerms, until: LocalDate, months: readonly MonthRate[]): void {
  if (!index || months.length === 0) return
  const base = ledger.open.principal + ledger.open.correction
  const { over, under } = factorOf(months)
  const rate = divideHalfEven((over - under) * HUNDRED_PER_CENT, under)
  const whole = divideHalfUp(base * rate, HUNDRED_PER_CENT)
  const cents = whole < -ledger.open.correction ? -ledger.open.correction : whole
  if (cents === 0n) return
  const formula = `${brl(base)} × ${showPercent(rate)} (${INDEX_NAMES[index]} de ${monthsInWords(months)})`
  ledger.open.correction += cents
  ledger.correction.push({ line: { kind: 'correction', cents, formula, rule: 'correction', rate, index, months, ...(cents === whole ? {} : keptNominal(formula, cents)) }, period: periodOf(ledger.accruedTo, until) })
}

// Falling prices took back all that rising ones had put on, and no more.
function keptNominal(formula: string, cents: bigint): Pick<BalanceLine, 'formula' | 'limited'> {
  return { formula: `${formula}, limitado a ${brl(cents)} para não ficar abaixo do valor original`, limited: true }
}

// (1 + rate / days of the month x days) of all months, as a fraction.
function factorOf(months: readonly MonthRate[]): { over: bigint; under: bigint } {
  let [over, under] = [1n, 1n]
  for (const { rate, days, daysOfMonth } of months) {
    const whole = HUNDRED_PER_CENT * BigInt(daysOfMonth)
    over *= whole + rate * BigInt(days)
    under *= whole
  }
  return { over, under }
}
