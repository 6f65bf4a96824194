import type { Share } from './share-out.rules.ts'

/** A share of a payment, with what of it is for the delay of its installment. */
export interface ChargedShare extends Share {
  lateFineCents: bigint
  defaultInterestCents: bigint
}

/** The shares of a payment with what it pays for delay, which is part of them. */
export function withLate(shares: readonly Share[], charged: readonly { installmentNumber: number; fineCents: bigint; interestCents: bigint }[]): ChargedShare[] {
  const late = new Map(charged.map((one) => [one.installmentNumber, one]))
  return shares.map((share) => {
    const { fineCents = 0n, interestCents = 0n } = late.get(share.installmentNumber) ?? {}
    return { ...share, lateFineCents: fineCents, defaultInterestCents: interestCents }
  })
}
