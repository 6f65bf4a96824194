import type { AMORTIZATIONS } from '@repactua/shared/contract/policies.ts'
import { sacInstallments } from '../interest/plans/sac.ts'
import { simpleInstallment } from '../interest/plans/simple-plan.ts'
import { splitEqually } from '../money/allot.ts'
import { installmentAmounts } from './schedule.ts'

export type Amortization = (typeof AMORTIZATIONS)[number]

export interface Repayment {
  monthlyRateBps: number
  amortization: Amortization
}

/** The amounts of `count` installments that repay a sum: equal parts without a rate, else by Price, SAC or simple interest. */
export function amortize(cents: bigint, count: number, { monthlyRateBps, amortization }: Repayment): bigint[] {
  if (monthlyRateBps === 0 || amortization === 'price') return installmentAmounts(cents, count, monthlyRateBps)
  return amortization === 'sac' ? sacInstallments(cents, monthlyRateBps, count) : levelAtSimpleInterest(cents, count, monthlyRateBps)
}

// As with Price: where half-cents would repay less than the sum, it is repaid in equal parts, without interest.
function levelAtSimpleInterest(cents: bigint, count: number, monthlyRateBps: number): bigint[] {
  const amount = simpleInstallment(cents, monthlyRateBps, count)
  return amount * BigInt(count) < cents ? splitEqually(cents, count) : Array<bigint>(count).fill(amount)
}
