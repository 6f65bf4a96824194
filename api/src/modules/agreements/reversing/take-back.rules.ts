import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isInCourse } from '../transitions.rules.ts'

/** What is left of a payment's share in an installment, in cents. */
export interface LeftShare {
  installmentNumber: number
  dueOn: LocalDate
  cents: bigint
  /** So much of it is for delay. */
  lateCents: bigint
  /** So much less the installment came to, because it was paid early or nearly whole. */
  loweredCents: bigint
  forgivenCents: bigint
}

/** What is taken back of a share. */
export type TakenShare = Omit<LeftShare, 'dueOn'>

/**
 * What a reversal takes back of a payment: the latest installment first, of each what was for its delay first. A delay that is
 * not paid any more is let go; what was let go for paying early is owed again as soon as a cent is missing.
 */
export function takeBack(shares: readonly LeftShare[], cents: bigint): TakenShare[] {
  let rest = cents
  return [...shares].sort(latestFirst).flatMap(({ dueOn: _dueOn, ...share }) => {
    const taken = share.cents < rest ? share.cents : rest
    rest -= taken
    return taken === 0n ? [] : [{ ...share, cents: taken, lateCents: share.lateCents < taken ? share.lateCents : taken }]
  })
}

function latestFirst(a: LeftShare, b: LeftShare): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? 1 : -1
  return b.installmentNumber - a.installmentNumber
}

interface Standing {
  number: number
  amountCents: bigint
  paidCents: bigint
  status: Installment['status']
}

/** An installment as it is before an amendment that is undone. */
export interface Restored {
  number: number
  amountCents: bigint
}

/** The installments that change by what is taken back, as they stand then. Of an agreement that has ended none is open. */
export function standAgain(installments: readonly Standing[], taken: readonly TakenShare[], restored: readonly Restored[], status: Agreement['status']): Standing[] {
  return installments.flatMap((one) => {
    const share = taken.find(({ installmentNumber }) => installmentNumber === one.number) ?? NO_SHARE
    const before = restored.find(({ number }) => number === one.number)
    if (share === NO_SHARE && !before) return []
    const paidCents = one.paidCents - share.cents
    if (!stands(status)) return [{ ...one, paidCents, status: 'cancelled' }]
    return [again(one, { paidCents, amountCents: before?.amountCents ?? one.amountCents - share.lateCents + share.loweredCents })]
  })
}

const NO_SHARE = { cents: 0n, lateCents: 0n, loweredCents: 0n }

/** Whether what an agreement's payments made of it can be undone: it runs, or has run to its end. */
export function stands(status: Agreement['status']): boolean {
  return isInCourse(status) || status === 'settled'
}

function again({ number }: Standing, { paidCents, amountCents }: Pick<Standing, 'paidCents' | 'amountCents'>): Standing {
  if (paidCents === amountCents) return { number, paidCents, amountCents, status: 'paid' }
  return { number, paidCents, amountCents, status: paidCents > 0n ? 'partly_paid' : 'open' }
}

/** What a reversal makes of an agreement. */
export interface ReversalPlan {
  taken: TakenShare[]
  changes: Standing[]
  /** It was settled, and an installment is open again. */
  isReopened: boolean
}

/** Lays out a reversal of so many cents of a payment's shares. What an ended agreement lets go or restores is nothing. */
export function planReversal({ status, installments }: { status: Agreement['status']; installments: readonly Standing[] }, { shares, cents, restored }: { shares: readonly LeftShare[]; cents: bigint; restored: readonly Restored[] }): ReversalPlan {
  const taken = takeBack(stands(status) ? shares : shares.map((share) => ({ ...share, lateCents: 0n, loweredCents: 0n, forgivenCents: 0n })), cents)
  const changes = standAgain(installments, taken, restored, status)
  return { taken, changes, isReopened: status === 'settled' && changes.some((one) => one.status !== 'paid') }
}
