import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { sum } from '../money/sum.ts'
import { splitEqually } from '../money/allot.ts'
import { priceInstallment } from '../interest/plans/price.ts'
import type { PlannedInstallment } from './types.ts'

export type { PlannedInstallment } from './types.ts'

/**
 * The amounts of `count` installments: equal parts, the first with the odd cents, without a rate; the Price table with one.
 * Where half-cents would make Price repay less than was financed, it is repaid in equal parts, without interest.
 */
export function installmentAmounts(cents: bigint, count: number, monthlyRateBps: number): bigint[] {
  if (monthlyRateBps === 0) return splitEqually(cents, count)
  const amount = priceInstallment(cents, monthlyRateBps, count)
  return amount * BigInt(count) < cents ? splitEqually(cents, count) : Array<bigint>(count).fill(amount)
}

/** The sum of installments that never rise: where the last is as large as the first, all are. */
export function sumInstallments(amounts: readonly bigint[]): bigint {
  const [first = 0n] = amounts
  return amounts.at(-1) === first ? first * BigInt(amounts.length) : sum(amounts)
}

/** Gives each amount its number and date. */
export function dateInstallments(amounts: readonly bigint[], dueDates: readonly LocalDate[]): PlannedInstallment[] {
  return amounts.map((amountCents, i) => {
    const dueOn = dueDates[i]
    invariant(dueOn, 'each installment has its due date')
    return { number: i + 1, dueOn, amountCents }
  })
}
