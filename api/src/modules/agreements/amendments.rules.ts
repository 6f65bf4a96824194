import type { AMENDMENT_STATUSES, AmendmentKind } from '@repactua/shared/contract/amendments.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

export interface AmendmentState {
  sequence: number
  kind: AmendmentKind
  payCents: bigint | null
  payBy: LocalDate | null
  appliedAt: Date | null
  /** Its payment was taken back: it never waits again. */
  undoneAt: Date | null
}

/** How an amendment stands on a day. One that waits for its payment lapses by itself: after its last day, by a later one, or with the agreement. */
export function amendmentStatus(amendment: AmendmentState, all: readonly AmendmentState[], { status, today }: { status: Agreement['status']; today: LocalDate }): (typeof AMENDMENT_STATUSES)[number] {
  if (amendment.appliedAt) return 'applied'
  const isInTime = amendment.undoneAt === null && amendment.payBy !== null && today <= amendment.payBy
  const isRunning = status === 'awaiting_first_payment' || status === 'active'
  return isInTime && isRunning && isLatest(amendment, all) ? 'pending' : 'lapsed'
}

/** The amendment that a payment of this day may make true, if any. */
export function waitingFor<T extends AmendmentState>(all: readonly T[], paidOn: LocalDate): T | null {
  return all.find((one) => one.appliedAt === null && one.undoneAt === null && one.payBy !== null && paidOn <= one.payBy && isLatest(one, all)) ?? null
}

/** What was signed last, where it still waits for its payment or has waited in vain: when it was signed and its last day. */
export function awaitedOf(all: readonly (AmendmentState & { signedAt: Date })[]): { signedAt: Date; payBy: LocalDate } | null {
  const last = all.find((one) => isLatest(one, all))
  return last?.payBy && !last.appliedAt && !last.undoneAt ? { signedAt: last.signedAt, payBy: last.payBy } : null
}

function isLatest({ sequence }: AmendmentState, all: readonly AmendmentState[]): boolean {
  return all.every((other) => other.sequence <= sequence)
}
