import { invariant } from '../../invariant.ts'

const ONE = 10_000n
/** Rates whose factors are kept: a policy has a handful, and a rate of 120 counts takes some 100 kB. */
const MOST_RATES = 32

/** What a principal is multiplied and divided by for one rate and count; `half` is half the divisor. */
interface Factor {
  over: bigint
  under: bigint
  half: bigint
}

const factorsByRate = new Map<number, Factor[]>()

/**
 * The level installment of the Price table, in cents, half up, the first one period after signing. Exact in integers:
 * c = P·r·(1+r)ⁿ / ((1+r)ⁿ − 1) with r in basis points and both sides times 10000ⁿ. The rate must be above zero.
 */
export function priceInstallment(principalCents: bigint, monthlyRateBps: number, count: number): bigint {
  invariant(principalCents >= 0n && monthlyRateBps > 0 && count >= 1, 'Price needs a principal, a rate and a count')
  const { over, under, half } = factorOf(monthlyRateBps, count)
  return (principalCents * over + half) / under
}

// The powers take most of the time and are the same for every debt.
function factorOf(monthlyRateBps: number, count: number): Factor {
  const factors = factorsOf(monthlyRateBps)
  return (factors[count] ??= computeFactor(BigInt(monthlyRateBps), BigInt(count)))
}

function factorsOf(monthlyRateBps: number): Factor[] {
  const known = factorsByRate.get(monthlyRateBps)
  if (known) return known
  if (factorsByRate.size >= MOST_RATES) factorsByRate.clear()
  const factors: Factor[] = []
  factorsByRate.set(monthlyRateBps, factors)
  return factors
}

function computeFactor(rate: bigint, count: bigint): Factor {
  const growth = (ONE + rate) ** count
  const half = ONE * (growth - ONE ** count)
  return { over: 2n * rate * growth, under: 2n * half, half }
}
