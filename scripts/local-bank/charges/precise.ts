import { centsOf } from '../money.ts'

/**
 * One cent, in the unit that holds every step exactly: two percentages one upon the other (10^4 each), by any of the
 * periods 30, 365, 21 and 252 days (their least common multiple).
 */
export const PRECISE = 10n ** 8n * 91_980n

/** A percentage, '2.00', of a precise amount. */
export function share(precise: bigint, percent: string): bigint {
  return (precise * centsOf(percent)) / 10_000n
}
