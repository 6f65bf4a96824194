import type { BALANCE_COMPONENTS, Charges, DAY_COUNTS, INTEREST_METHODS, OWED_COMPONENTS } from '@repactua/shared/contract/debts.ts'
import type { CORRECTION_INDICES, IndexCode } from '@repactua/shared/contract/indices.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Product, Regime } from '../legal/types.ts'
import type { IndexTables, MonthRate } from './indices/index-rates.ts'

export type BalanceComponentKind = (typeof BALANCE_COMPONENTS)[number]
export type OwedKind = (typeof OWED_COMPONENTS)[number]
export type InterestMethod = (typeof INTEREST_METHODS)[number]
export type DayCount = (typeof DAY_COUNTS)[number]
export type CorrectionIndex = (typeof CORRECTION_INDICES)[number]

export interface DebtPayment {
  paidOn: LocalDate
  cents: bigint
}

/** What a contract may say besides fine and default interest; most say none of it. */
export type ContractTerms = Pick<Charges, 'contractInterest' | 'collectionFees' | 'imputationOrder' | 'specialLaw' | 'legalInterestHistory'>

/**
 * What a balance is computed from. The charges are the contract's, checked against the law at ingest. Without a method the
 * interest is simple, without a day count by days of 30-day months. `indices` holds the tables that correction and legal
 * interest need. `regime`, where it is known, names the rule that limits the interest; it changes no figure.
 */
export interface DebtTerms extends ContractTerms {
  principalCents: bigint
  dueOn: LocalDate
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  payments: readonly DebtPayment[]
  regime?: Regime
  /** A card bears no more interest and charges than its original value. */
  product?: Product
  interestMethod?: InterestMethod
  dayCount?: DayCount
  correctionIndex?: CorrectionIndex | null
  indices?: IndexTables
}

/** `projectIndices`: where an index month is not out yet, the last known one stands in for it, marked as a projection. */
export interface BalanceOptions {
  projectIndices?: boolean
}

/** A line before its source is known. */
export interface BalanceLine {
  kind: BalanceComponentKind
  cents: bigint
  formula: string
  rule: string
  rateBps?: number
  /** What the months of an index come to, in millionths of a per cent. */
  rate?: bigint
  index?: IndexCode
  days?: number
  /** Where the rule is written, if that is not in the table of `legal/`. */
  source?: string
  /** Cut by a limit of the law; the formula says to how much. */
  limited?: true
  /** In which order payments were used. */
  order?: readonly OwedKind[]
  /** The index months that the figure was made of, each with the days that it counted for. */
  months?: readonly MonthRate[]
}

/** One line of a balance. `formula` and `months` let anyone redo the figure by hand; `rule` is an id of the table in `legal/`. */
export interface BalanceComponent extends BalanceLine {
  source: string
  /** Made of a month that is not out yet: an estimate. */
  projected?: true
}

/** What is still owed of each kind, after all payments. */
export interface OpenAmounts {
  principal: bigint
  contractInterest: bigint
  correction: bigint
  lateFine: bigint
  defaultInterest: bigint
  collectionFees: bigint
}

/** A debt on one day. The components sum to `totalCents`; payments are negative. */
export interface Balance {
  asOf: LocalDate
  overdueDays: number
  totalCents: bigint
  components: BalanceComponent[]
  open: OpenAmounts
}
