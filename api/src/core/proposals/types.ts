import type { PROPOSAL_REASONS } from '@repactua/shared/contract/proposals.ts'
import type { OfferOption, ProposedPlan } from '../offers/types.ts'

/**
 * What a person offers: so much a month, so much at first, or both. Without `monthlyCents` the down payment is one
 * payment that is to settle everything.
 */
export interface Wish {
  monthlyCents?: bigint
  downPaymentCents?: bigint
}

/** The policy's floors in the core's own money. `reviewPresentValueBps` is null where no person reviews what lies below. */
export interface Floors {
  monthlyDiscountRateBps: number
  leastPresentValueBps: number
  reviewPresentValueBps: number | null
  reviewDays: number
  mostCount: number
  leastInstallmentCents: bigint
  secondApprovalBelowBps: number | null
}

export type ProposalReason = (typeof PROPOSAL_REASONS)[number]

/** What would be taken at once, where the wish is not. `monthlyCents` is 0 where it is one payment. */
export interface Works {
  monthlyCents: bigint
  downPaymentCents: bigint
  count: number
}

/** A plan of one's own, or an option that stands on the sheet for everybody, made with that down payment. */
export type Answer = { plan: ProposedPlan } | { option: OfferOption; askedDownCents: bigint | undefined }

/** How a wish is answered. Nothing in it tells a floor nearer than its step. */
export type Decision =
  | { decision: 'accepted' | 'countered'; reason: ProposalReason; answer: Answer }
  | { decision: 'in_review'; reason: ProposalReason; plan: ProposedPlan }
  | { decision: 'refused'; reason: ProposalReason; works: Works | null }
