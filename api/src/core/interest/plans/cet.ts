import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../../invariant.ts'
import { loanRate } from './irr.ts'

const DAYS_OF_A_YEAR = 365
/** A hundredth of a hundredth of a cent per cent: below it a difference is the double's, not the loan's. */
const NOISE = 1e-9
/** From here on a number prints with an exponent. */
const EXPONENT_FROM = 1e21

/** Money that a person takes over, and each amount that is given back, so many years later. `years` may be longer than `amounts`. */
export interface Financing {
  financedCents: bigint
  /** The sum of the amounts. */
  paidCents: bigint
  amounts: readonly bigint[]
  years: readonly number[]
  /** The plan's own rate, which is where its CET is looked for first. */
  monthlyRateBps?: number
}

/**
 * The total effective cost, per cent a year with two decimals: the rate at which the amounts, on calendar days over 365, are
 * worth what was financed (CMN 4.881/2020, art. 4-5). '0.00' where no more is paid than was financed.
 */
export function cetYearly({ financedCents, paidCents, amounts, years, monthlyRateBps = 0 }: Financing): string {
  invariant(financedCents > 0n && amounts.length > 0, 'CET needs money financed and paid')
  if (paidCents <= financedCents) return '0.00'
  const rate = loanRate({ lent: Number(financedCents), amounts: toDoubles(amounts), times: years, near: (1 + monthlyRateBps / 10_000) ** 12 - 1 })
  invariant(rate !== null && Number.isFinite(rate), 'flows above what was financed have a rate')
  return percent(rate)
}

/** Calendar days over 365 from a day to each of the others: a sheet of offers counts them once for all its plans. */
export function yearsAfter(from: LocalDate, dates: readonly LocalDate[]): number[] {
  return dates.map((date) => daysBetween(from, date) / DAYS_OF_A_YEAR)
}

/** Prints a fraction as per cent with two decimals, half to even (ABNT NBR 5891): 0.02345 -> '2.34'. */
export function percent(rate: number): string {
  const hundredths = roundHalfEven(rate * 10_000)
  const size = Math.abs(hundredths)
  const digits = String(size < EXPONENT_FROM ? size : BigInt(size)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

// Installments mostly repeat, and to compare costs a fraction of what it takes to convert.
function toDoubles(amounts: readonly bigint[]): number[] {
  let [last, double] = [0n, 0]
  return amounts.map((cents) => {
    if (cents !== last) [last, double] = [cents, Number(cents)]
    return double
  })
}

function roundHalfEven(value: number): number {
  const whole = Math.floor(value)
  const isTie = Math.abs(value - whole - 0.5) < NOISE
  if (isTie) return whole + Math.abs(whole % 2)
  return Math.round(value)
}
