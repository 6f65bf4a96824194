import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { BalanceComponent, OpenAmounts } from './types.ts'

/** A debt on its walk from the due date to today: what is open, and the lines written on the way. */
export interface Ledger {
  open: OpenAmounts
  accruedTo: LocalDate
  fine: BalanceComponent[]
  interest: { line: BalanceComponent; period: string }[]
  /** What each payment took off; an overpaid rest is not in it. */
  paid: { paidOn: LocalDate; cents: bigint }[]
}

export const ZERO: OpenAmounts = { principal: 0n, lateFine: 0n, defaultInterest: 0n }
