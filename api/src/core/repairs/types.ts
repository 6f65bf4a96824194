import type { AmendmentKind, AmendmentLine, ScheduledInstallment } from '@repactua/shared/contract/amendments.ts'
import type { LegalCheck } from '@repactua/shared/contract/offers.ts'
import type { AMORTIZATIONS } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Regime } from '../legal/types.ts'

/** One installment as it stands. What is open of it is its amount less what was paid, unless it was cancelled. */
export interface PlanInstallment {
  number: number
  dueOn: LocalDate
  amountCents: bigint
  paidCents: bigint
  status: ScheduledInstallment['status']
}

/** What the term says. `bearsFrom` is the number of the first installment with interest in it: a down payment bears none. */
export interface PlanTerms {
  monthlyRateBps: number
  amortization: (typeof AMORTIZATIONS)[number]
  /** All interest of the plan, and all installments that bear it, as signed. */
  interestCents: bigint
  bearingCents: bigint
  bearsFrom: number
  signedOn: LocalDate
  /** The number of the last installment as signed: what a repair added has a higher one. */
  lastSigned: number
  dueDay: number
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  regime: Regime
}

/** A running plan on a day. */
export interface Plan {
  terms: PlanTerms
  installments: readonly PlanInstallment[]
  today: LocalDate
  /** What installments come to when they are paid today, by a discount for paying early that was signed. By number. */
  signedEarly?: ReadonlyMap<number, bigint>
  /** The checks of the law that the option was signed with. */
  signedChecks?: readonly LegalCheck[]
}

/** A figure that a repair adds or, negative, takes off. */
export interface RepairLine extends Omit<AmendmentLine, 'cents'> {
  cents: bigint
}

/** What is paid to make a quote true, and the last day for it. */
export interface PayNow {
  amountCents: bigint
  payBy: LocalDate
}

/** A plan before and after a repair. With `payNow` it is true once that is paid. */
export interface RepairQuote {
  kind: AmendmentKind
  before: PlanInstallment[]
  after: PlanInstallment[]
  /** Numbers of the installments that change or are new. */
  changed: number[]
  openBeforeCents: bigint
  openAfterCents: bigint
  costCents: bigint
  savingCents: bigint
  payNow: PayNow | null
  lines: RepairLine[]
  legalChecks: LegalCheck[]
}
