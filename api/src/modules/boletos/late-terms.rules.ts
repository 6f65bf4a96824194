import type { OfferOption } from '@repactua/shared/contract/offers.ts'

const BPS = 10_000n
const MONTH = 30n

/** What a bank adds to a slip that is paid after its day. */
export interface SlipTerms {
  /** The fine, as a share of the slip's amount. */
  fineBps: number
  /** Interest for each day, in cents. */
  dailyInterestCents: bigint
}

/**
 * The term's own charges as a bank takes them: the fine once, and cents a day on what is open, cut down, so that the bank
 * never counts more than the term does. A slip that was made late holds its fine already.
 */
export function lateTerms({ lateFeeBps, defaultInterestMonthlyBps }: Pick<OfferOption, 'lateFeeBps' | 'defaultInterestMonthlyBps'>, { openCents, isLate }: { openCents: bigint; isLate: boolean }): SlipTerms {
  return { fineBps: isLate ? 0 : lateFeeBps, dailyInterestCents: (openCents * BigInt(defaultInterestMonthlyBps)) / (BPS * MONTH) }
}
