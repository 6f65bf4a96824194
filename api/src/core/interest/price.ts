import { invariant } from '../invariant.ts'
import { divideHalfUp } from '../money/divide.ts'

const ONE = 10_000n

/**
 * The level installment of the Price table, in cents, half up, the first one period after signing. Exact in integers:
 * c = P·r·(1+r)ⁿ / ((1+r)ⁿ − 1) with r in basis points and both sides times 10000ⁿ. The rate must be above zero.
 */
export function priceInstallment(principalCents: bigint, monthlyRateBps: number, count: number): bigint {
  invariant(principalCents >= 0n && monthlyRateBps > 0 && count >= 1, 'Price needs a principal, a rate and a count')
  const rate = BigInt(monthlyRateBps)
  const growth = (ONE + rate) ** BigInt(count)
  return divideHalfUp(principalCents * rate * growth, ONE * (growth - ONE ** BigInt(count)))
}
