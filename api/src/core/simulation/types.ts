import type { CashDeadline, InstallmentBand, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'
import type { OfferDebt, OfferPolicy, PersonTraits } from '../offers/types.ts'

/** A debt of the portfolio with what is known of the person who owes it. */
export interface PortfolioDebt {
  debt: OfferDebt
  person: PersonTraits
}

/** A way to pay that a rule grants: cash by one of its deadlines, or one band of installment counts. */
export type OfferLine =
  | { kind: 'cash'; dueOn: LocalDate; discount: CashDeadline['discount'] }
  | { kind: 'installments'; band: InstallmentBand }

/** What of a rule is the same for every debt on one day. */
export interface RuleLayout {
  rule: PolicyRule
  place: number
  lines: readonly OfferLine[]
  /** Every count that its bands name, in order, with the band that holds it and that band's place in `lines`. */
  counts: readonly { count: number; line: number; band: InstallmentBand }[]
  /** The due dates of its plans; a shorter plan takes the first of them. */
  dates: readonly LocalDate[]
  /** The most that a plan may bear a month; null where no law sets it. */
  mostRateBps: number | null
}

/** A policy made ready to be held against many debts on one day. */
export interface PolicyLayout {
  policy: OfferPolicy
  regime: Regime
  today: LocalDate
  rules: readonly RuleLayout[]
}

/** An offer in figures alone. */
export interface OfferFigures {
  /** Its place in the `lines` of its rule. */
  line: number
  count: number
  financedCents: bigint
  discountCents: bigint
  downPaymentCents: bigint
  totalCents: bigint
  heaviestCents: bigint
}

/** What a policy makes of one debt by itself. */
export type SimulatedDebt =
  | { outcome: 'indexMissing' | 'nothingOwed' }
  | { outcome: 'unreached'; balanceCents: bigint }
  | { outcome: 'reached'; rule: RuleLayout; balanceCents: bigint; offers: readonly OfferFigures[] }

/** Which of several plans those who pay in installments take. */
export type PlanTaken = 'shortest' | 'longest'

/** How many of those who are offered something take it, in basis points, and how much of what falls due is then paid. */
export interface Acceptance {
  cashBps: number
  installmentsBps: number
  paidInstallmentBps: number
  planTaken: PlanTaken
}
