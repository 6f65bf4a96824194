import type { LegalCheck, OPTION_KINDS, UNAVAILABLE_REASONS } from '@repactua/shared/contract/offers.ts'
import type { RISK_BANDS } from '@repactua/shared/contract/debts.ts'
import type { Benefit, BreakRule, CounterOffers, DELISTING_MOMENTS, PAYMENT_METHODS_GRANTED, PolicyCondition, PolicyRule, Repairs } from '@repactua/shared/contract/policies.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Amortization } from '../installments/amortize.ts'
import type { PlannedInstallment } from '../installments/types.ts'
import type { Balance, BalanceComponentKind, DebtTerms } from '../interest/types.ts'
import type { Product, Regime } from '../legal/types.ts'

export type RiskBand = (typeof RISK_BANDS)[number]
export type PaymentMethod = (typeof PAYMENT_METHODS_GRANTED)[number]
export type DelistingMoment = (typeof DELISTING_MOMENTS)[number]

export interface OfferDebt {
  id: string
  product: Product
  segment: string | null
  riskBand: RiskBand | null
  tags: readonly string[]
  terms: DebtTerms
}

/** What a policy may look at of a person, as the creditor knows them. `debtCount`: open debts with this creditor. */
export interface PersonTraits {
  state: string | null
  debtCount: number
  hasBrokenAgreement: boolean
}

/** The policy in force. Without an audience it is for every debt; a rule of a campaign holds only where its code is among the running ones. */
export interface OfferPolicy {
  rules: readonly PolicyRule[]
  audience: PolicyCondition | null
  runningCampaigns: readonly string[]
  /** Whether the last known month of an index stands in for those that are not out yet. */
  projectIndices: boolean
}

/** Payments without interest that a person offered and the creditor takes; the first is the down payment where there is one. */
export interface ProposedPlan {
  amounts: readonly bigint[]
  downPaymentCents: bigint
}

/** What the debtor asks for, and of which creditor's policy. All debts are of one person and of one creditor. */
export interface OfferRequest {
  today: LocalDate
  regime: Regime
  /** The legal rate of this month, in millionths of a per cent, where its table has it: twice it is the limit of usury. */
  legalRate?: bigint | undefined
  policy: OfferPolicy
  person: PersonTraits
  debts: readonly OfferDebt[]
  dueDay?: number
  firstDueOn?: LocalDate
  monthlyBudgetCents?: bigint
  downPaymentCents?: bigint
  /** A plan that the person and the creditor agreed on; it stands among the options as `proposal`. */
  proposal?: ProposedPlan
}

/** Why there is nothing to offer, or not as it was asked; `detail` says it in Portuguese. */
export interface OfferRefusal {
  code: Extract<ErrorCode, 'no_offer' | 'index_missing' | 'due_day_not_allowed' | 'first_due_out_of_window' | 'down_payment_above_balance'>
  detail: string
}

export interface ComponentDiscount {
  component: BalanceComponentKind
  cents: bigint
}

/** One debt's share of an option. `rule` is the name of the policy rule that granted it, `campaign` that rule's campaign. */
export interface OfferPart {
  debtId: string
  rule: string
  campaign: string | null
  financedCents: bigint
  discounts: ComponentDiscount[]
  totalCents: bigint
}

/** What each installment comes to where it is paid by `payBy`, and the total where all of them are. */
export interface EarlyPaymentOffer {
  discountBps: number
  daysBefore: number
  installments: { number: number; payBy: LocalDate; amountCents: bigint }[]
  totalCents: bigint
}

/** One way to pay: the sum of its parts, on the same dates. A down payment is installment number 1. */
export interface OfferOption {
  id: string
  kind: (typeof OPTION_KINDS)[number]
  count: number
  downPaymentCents: bigint
  installments: PlannedInstallment[]
  totalCents: bigint
  discountCents: bigint
  discounts: ComponentDiscount[]
  financedCents: bigint
  interestCents: bigint
  savingCents: bigint
  monthlyRateBps: number
  cetYearly: string
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  breakRule: Required<BreakRule>
  /** How the rate is repaid; null without a rate, and where the debts differ in it. */
  amortization: Amortization | null
  earlyPayment: EarlyPaymentOffer | null
  benefits: Benefit[]
  paymentMethods: PaymentMethod[]
  repairs: Repairs
  /** Days within which the signature may be undone at no cost; null for none. */
  withdrawalDays: number | null
  /** Which payment has the name taken off lists of debtors. */
  delistOn: DelistingMoment
  parts: OfferPart[]
  fitsBudget: boolean | null
  legalChecks: LegalCheck[]
}

export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[number]

export interface UnavailableCount {
  count: number
  reason: UnavailableReason
}

/** Every way to pay today. `standsUntil` is the last day on which it may be taken. */
export interface Offers {
  asOf: LocalDate
  standsUntil: LocalDate
  dueDay: number
  dueDays: number[]
  balanceCents: bigint
  balances: { debtId: string; balance: Balance }[]
  options: OfferOption[]
  /** Floors for the debtor's own offer, of all rules together. Never shown to the debtor. */
  counterOffers: CounterOffers | null
  unavailable: UnavailableCount[]
}

/** The best cash offer for one debt, for a list. `discountBps` is the share of today's balance that is forgiven. */
export interface CashOffer {
  totalCents: bigint
  discountCents: bigint
  discountBps: number
  dueOn: LocalDate
  standsUntil: LocalDate
  /** Code of the campaign whose rule gives it. */
  campaign: string | null
}
