import type { Installment } from '@repactua/shared/contract/agreements.ts'
import { openCents } from '../../../core/repairs/open-installments.ts'

export interface OpenInstallment {
  number: number
  amountCents: bigint
  paidCents: bigint
  status: Installment['status']
}

/** The part of a payment that goes to one installment, and what it lacks of it that is let go. */
export interface Share {
  installmentNumber: number
  cents: bigint
  forgivenCents: bigint
}

export interface Shared {
  shares: Share[]
  /** What no installment takes. */
  excessCents: bigint
}

/**
 * Shares cents out over installments: first the named one, then the open ones from the oldest on. One that an amendment has
 * put into others takes nothing. What the last one lacks is let go within the tolerance. Shares and excess come to the cents.
 */
export function shareOut(installments: readonly OpenInstallment[], { cents, named, toleranceCents = 0n }: { cents: bigint; named: number | undefined; toleranceCents?: bigint }): Shared {
  const first = installments.filter(({ number }) => number === named)
  const inOrder = [...first, ...installments.filter((one) => !first.includes(one))]
  let rest = cents
  const shares = inOrder.map((one) => {
    const open = openCents(one)
    const taken = rest < open ? rest : open
    rest -= taken
    return { installmentNumber: one.number, cents: taken, forgivenCents: open - taken > toleranceCents ? 0n : open - taken }
  })
  return { shares: shares.filter((share) => share.cents > 0n), excessCents: rest }
}

/** What money says it is for. */
export interface Aimed {
  named: number | undefined
  /** What its charge asked for: not overpaid, whatever it comes to today. */
  askedCents: bigint | undefined
}

/** Money on its way, with what the bank counted of it for delay, where it tells. */
interface Reaching {
  cents: bigint
  lateCents?: bigint | undefined
}

/**
 * Which installments money may reach, and how much of it: all, unless its creditor gives back what is above what was asked for.
 */
export function reachOf<I extends OpenInstallment>(installments: readonly I[], { cents, lateCents = 0n }: Reaching, { named, askedCents = 0n }: Aimed, overpayment: 'next_installments' | 'refund'): { installments: readonly I[]; cents: bigint } {
  const first = installments.find(({ number }) => number === named)
  const open = first ? openCents(first) : 0n
  if (overpayment === 'next_installments' || (open === 0n && askedCents === 0n)) return { installments, cents }
  // The code of an earlier day: the bank asks for the days since, too.
  const most = open + lateCents > askedCents ? open + lateCents : askedCents
  if (askedCents > open) return { installments, cents: cents < most ? cents : most }
  return { installments: [first!], cents }
}
