import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'

const ONE = 10_000n
const DAYS_OF_A_MONTH = 30

export interface Flow {
  dueOn: LocalDate
  amountCents: bigint
}

/** An exact share: `numerator / denominator` cents. The denominator is above zero. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

/**
 * What payments on later days are worth today, exactly: each is divided by (1 + i) for every whole 30 days and by
 * (1 + i × d ÷ 30) for the d days that are left. `monthlyRateBps` is i in basis points. No payment lies in the past.
 */
export function presentValue(flows: readonly Flow[], { today, monthlyRateBps }: { today: LocalDate; monthlyRateBps: number }): Fraction {
  const waits = flows.map(({ dueOn, amountCents }) => ({ amountCents, days: daysBetween(today, dueOn) }))
  invariant(waits.every(({ days }) => days >= 0), 'no payment lies in the past')
  const rate = BigInt(monthlyRateBps)
  const most = Math.floor(Math.max(0, ...waits.map(({ days }) => days)) / DAYS_OF_A_MONTH)
  const rests = [...new Set(waits.map(({ days }) => days % DAYS_OF_A_MONTH))].map((days) => partOf(rate, days))
  const common = rests.reduce((product, part) => product * part, 1n)
  let numerator = 0n
  for (const { amountCents, days } of waits) {
    const months = Math.floor(days / DAYS_OF_A_MONTH)
    const part = common / partOf(rate, days % DAYS_OF_A_MONTH)
    numerator += amountCents * ONE ** BigInt(months + 1) * BigInt(DAYS_OF_A_MONTH) * (ONE + rate) ** BigInt(most - months) * part
  }
  return { numerator, denominator: (ONE + rate) ** BigInt(most) * common }
}

/** Whether a value reaches so many basis points of a sum. Exact. */
export function reaches({ numerator, denominator }: Fraction, bps: number, wholeCents: bigint): boolean {
  return numerator * ONE >= BigInt(bps) * wholeCents * denominator
}

/** In whole cents, rounded down: never more than it is. */
export function inCents({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator
}

/** As a share of a sum in basis points, rounded down. */
export function inBps({ numerator, denominator }: Fraction, wholeCents: bigint): number {
  return Number((numerator * ONE) / (denominator * wholeCents))
}

// 30 × 10000 times (1 + i × d ÷ 30), a whole number.
function partOf(rate: bigint, days: number): bigint {
  return BigInt(DAYS_OF_A_MONTH) * ONE + rate * BigInt(days)
}
