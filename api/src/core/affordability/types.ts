import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** A person's month, in cents: what comes in, what the house needs, and how many others live on it. */
export interface MonthBudget {
  incomeCents: bigint
  essentialsCents: bigint
  dependants: number
}

/** A way to pay, as far as a month feels it. */
export interface PlannedOption {
  id: string
  installments: readonly { dueOn: LocalDate; amountCents: bigint }[]
}

/** What a plan would leave in its worst month. */
export interface OptionOutlook {
  optionId: string
  /** The month in which the plan takes most, 'YYYY-MM'; the first of several. */
  worstMonth: string
  paymentCents: bigint
  /** Income less the plan; negative where the plan takes more than comes in. */
  leftCents: bigint
  /** What is left once the house is paid too; negative where that is too little. */
  spareCents: bigint
  /** What lacks to keep the minimum and to pay the house, the greater of the two; 0 where nothing lacks. */
  missingCents: bigint
  belowMinimum: boolean
  belowEssentials: boolean
}

/** What a month must keep, and how that was reckoned. */
export interface Minimum {
  totalCents: bigint
  baseCents: bigint
  perDependantCents: bigint
  source: string
}

export interface Affordability {
  minimum: Minimum
  outlooks: OptionOutlook[]
  /** The cheapest plan that leaves enough or, where none does, the one that leaves most; null without any plan. */
  lookFirst: string | null
  anyFits: boolean
}
