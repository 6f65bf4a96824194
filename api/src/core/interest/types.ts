import type { BALANCE_COMPONENTS } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'

export type BalanceComponentKind = (typeof BALANCE_COMPONENTS)[number]

export interface DebtPayment {
  paidOn: LocalDate
  cents: bigint
}

/**
 * What a balance is computed from. The charges are the contract's, checked against the law at ingest.
 * `regime`, where it is known, names the rule that limits the interest; it changes no figure.
 */
export interface DebtTerms {
  principalCents: bigint
  dueOn: LocalDate
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  payments: readonly DebtPayment[]
  regime?: Regime
}

/** One line of a balance. `formula` lets anyone redo the figure by hand; `rule` is an id of the table in `legal/`. */
export interface BalanceComponent {
  kind: BalanceComponentKind
  cents: bigint
  formula: string
  rule: string
  rateBps?: number
  days?: number
}

/** What is still owed of each kind, after all payments. */
export interface OpenAmounts {
  principal: bigint
  lateFine: bigint
  defaultInterest: bigint
}

/** A debt on one day. The components sum to `totalCents`; payments are negative. */
export interface Balance {
  asOf: LocalDate
  overdueDays: number
  totalCents: bigint
  components: BalanceComponent[]
  open: OpenAmounts
}
