import type { CounterOffers } from '@repactua/shared/contract/policies.ts'
import { paymentStep } from './payment-step.ts'
import type { Floors } from './types.ts'

/** A floor is known to nobody nearer than this share of the balance. */
export const FLOOR_STEP_BPS = 250
/** Lengths are answered in quarters of a year. */
export const COUNT_STEP = 3

const USUAL_REVIEW_DAYS = 3
const ALL = 10_000

/** The policy's words as they are computed with. */
export function floorsOf(policy: CounterOffers): Floors {
  const { reviewPresentValueBps: review } = policy
  return {
    monthlyDiscountRateBps: policy.monthlyDiscountRateBps,
    leastPresentValueBps: policy.leastPresentValueBps,
    // A review that begins where everything is accepted is none.
    reviewPresentValueBps: review !== undefined && review < policy.leastPresentValueBps ? review : null,
    reviewDays: policy.reviewDays ?? USUAL_REVIEW_DAYS,
    mostCount: policy.mostCount,
    leastInstallmentCents: BigInt(policy.leastInstallmentCents ?? 1),
    secondApprovalBelowBps: policy.secondApprovalBelowBps ?? null,
  }
}

/**
 * The floors as they are answered by: each moved to its next step on the creditor's side. Every answer comes from these
 * alone, so all floors between two steps answer alike and no series of asks tells one from another.
 */
export function roundFloors(floors: Floors, balanceCents: bigint): Floors {
  const step = paymentStep(balanceCents)
  const { reviewPresentValueBps: review, leastInstallmentCents: least } = floors
  return {
    ...floors,
    leastPresentValueBps: upToStep(floors.leastPresentValueBps),
    reviewPresentValueBps: review === null ? null : upToStep(review),
    mostCount: floors.mostCount <= COUNT_STEP ? floors.mostCount : floors.mostCount - (floors.mostCount % COUNT_STEP),
    leastInstallmentCents: ((least + step - 1n) / step) * step,
  }
}

function upToStep(bps: number): number {
  return Math.min(ALL, Math.ceil(bps / FLOOR_STEP_BPS) * FLOOR_STEP_BPS)
}
