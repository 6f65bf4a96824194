import { divideHalfEven } from '../../money/divide.ts'

/** A factor of one: both rates are what a factor is above it, in hundred-millionths, which are millionths of a per cent. */
const ONE = 100_000_000n

/**
 * The legal rate of a month from Selic and IPCA-15 of the month before (CMN 5.171/2024, arts. 2 and 6): (Selic factor ÷
 * IPCA-15 factor − 1) × 100, six decimals half to even, never below zero. Not the difference of the two. All in millionths
 * of a per cent: the factor 1.00907122 is 907122n.
 */
export function legalRate(selic: bigint, ipca15: bigint): bigint {
  return selic > ipca15 ? divideHalfEven((selic - ipca15) * ONE, ONE + ipca15) : 0n
}
