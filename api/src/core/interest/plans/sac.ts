import { invariant } from '../../invariant.ts'
import { splitEqually } from '../../money/allot.ts'
import { divideHalfUp } from '../../money/divide.ts'

const BPS = 10_000n

/**
 * The installments of the SAC, in cents: each repays an equal part of the principal (the first ones a cent more where it
 * does not divide) and the month's interest on what was still open, half up. They fall from month to month.
 */
export function sacInstallments(principalCents: bigint, monthlyRateBps: number, count: number): bigint[] {
  invariant(principalCents >= 0n && monthlyRateBps > 0 && count >= 1, 'SAC needs a principal, a rate and a count')
  const rate = BigInt(monthlyRateBps)
  let open = principalCents
  return splitEqually(principalCents, count).map((part) => {
    const interest = divideHalfUp(open * rate, BPS)
    open -= part
    return part + interest
  })
}
