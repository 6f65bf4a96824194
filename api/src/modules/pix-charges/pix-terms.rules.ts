import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** An installment as it is to be paid today. */
export interface PayableToday {
  scheduledOn: LocalDate
  /** What is open of it, before any discount or charge. */
  openCents: bigint
  /** What it comes to today. */
  amountCents: bigint
  /** So much of the amount is for delay. */
  lateCents: bigint
  /** The last day of the amount where it is a discount for paying early. */
  payBy: LocalDate
  /** Of the term, for delay. */
  lateFeeBps: number
  defaultInterestMonthlyBps: number
}

export interface PixTerms {
  dueOn: LocalDate
  originalCents: bigint
  fineBps: number
  interestMonthlyBps: number
  interestDailyCents: bigint
  discountCents: bigint
  discountUntil: LocalDate | null
}

const BPS = 10_000n
const DAYS_OF_MONTH = 30n

/**
 * What the bank is told to ask for. In time: what is open, less the discount for paying early until its day, with the term's
 * fine and interest from the day after the due date. Late: the amount of today, due today; the fine is in it, and interest
 * goes on by so many whole cents a day on what was open alone, since none is due on fine and interest.
 */
export function pixTerms({ scheduledOn, openCents, amountCents, lateCents, payBy, lateFeeBps, defaultInterestMonthlyBps }: PayableToday, today: LocalDate): PixTerms {
  const none = { discountCents: 0n, discountUntil: null }
  if (lateCents > 0n) {
    const interestDailyCents = (openCents * BigInt(defaultInterestMonthlyBps)) / (BPS * DAYS_OF_MONTH)
    return { dueOn: today, originalCents: amountCents, fineBps: 0, interestMonthlyBps: 0, interestDailyCents, ...none }
  }
  const discountCents = openCents - amountCents
  return {
    // On the weekend after its day an installment is not late yet, but no bank takes a charge that is due before it is made.
    dueOn: scheduledOn < today ? today : scheduledOn,
    originalCents: openCents, fineBps: lateFeeBps, interestMonthlyBps: defaultInterestMonthlyBps, interestDailyCents: 0n,
    ...(discountCents > 0n ? { discountCents, discountUntil: payBy } : none),
  }
}
