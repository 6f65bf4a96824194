import { invariant } from '../../invariant.ts'
import { divideHalfUp } from '../../money/divide.ts'

const ONE = 10_000n

/**
 * The level installment that repays a principal at simple interest, in cents, half up: what the principal grows to in n
 * months is what the installments grow to (Gauss), c·n·(1 + r·(n−1)/2) = P·(1 + r·n). No interest bears interest.
 * Exact in integers with r in basis points. The rate must be above zero.
 */
export function simpleInstallment(principalCents: bigint, monthlyRateBps: number, count: number): bigint {
  invariant(principalCents >= 0n && monthlyRateBps > 0 && count >= 1, 'a plan at simple interest needs a principal, a rate and a count')
  const [rate, n] = [BigInt(monthlyRateBps), BigInt(count)]
  return divideHalfUp(2n * principalCents * (ONE + rate * n), n * (2n * ONE + rate * (n - 1n)))
}
