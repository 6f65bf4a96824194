import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { LeftShare, TakenShare } from '../../agreements/index.ts'
import type { ChargedShare } from '../arrivals/late-shares.rules.ts'

/** What was let go of an installment because of a payment: it came early, or lacked a few cents. */
export interface Lowered {
  installmentNumber: number
  cents: bigint
}

export interface SharesAndMore {
  shares: readonly ChargedShare[]
  lowered: readonly Lowered[]
  /** What earlier reversals took back of the same payment. */
  taken: readonly TakenShare[]
  dueOn: ReadonlyMap<number, LocalDate>
}

/** What is left of a payment's shares after what was taken back of them before. */
export function leftShares({ shares, lowered, taken, dueOn }: SharesAndMore): LeftShare[] {
  return shares.flatMap(({ installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents }) => {
    const own = <T extends { installmentNumber: number }>(all: readonly T[]) => all.filter((one) => one.installmentNumber === installmentNumber)
    const gone = (field: Exclude<keyof TakenShare, 'installmentNumber'>) => own(taken).reduce((sum, one) => sum + one[field], 0n)
    const left = {
      installmentNumber, dueOn: dueOn.get(installmentNumber)!,
      cents: cents - gone('cents'),
      lateCents: lateFineCents + defaultInterestCents - gone('lateCents'),
      loweredCents: own(lowered).reduce((sum, one) => sum + one.cents, 0n) - gone('loweredCents'),
      forgivenCents: forgivenCents - gone('forgivenCents'),
    }
    return left.cents > 0n ? [left] : []
  })
}
