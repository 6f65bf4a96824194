import { ok, type Result } from '../result.ts'
import { survey } from '../offers/build-offers.ts'
import type { Sheet } from '../offers/price/assemble-option.ts'
import type { OfferRefusal, OfferRequest } from '../offers/types.ts'
import { leastPlans, singlePayment, standingCandidates, wishedPlans, type Candidate } from './candidates.ts'
import { paymentStep } from './payment-step.ts'
import { planWish } from './plan-wish.ts'
import { standingOptions } from './standing-options.ts'
import type { Decision, ProposalReason, Wish, Works } from './types.ts'
import { weighWish, type Standing, type Weighing } from './weigh-wish.ts'

export interface Decided {
  decision: Decision
  sheet: Sheet
  standing: readonly Standing[]
}

/** No plan is longer: ten years, the most that a policy can name. */
export const LONGEST = 120

/**
 * Answers the debtor's own offer. Accepted: what stands on the sheet for everybody within these payments, or a plan of
 * these payments inside the floors, whichever costs less. Countered: the nearest plan that is allowed, if it is near.
 * Else a person reviews it, or it is refused with what would work. Refuses what `buildOffers` refuses.
 */
export function decideProposal(request: OfferRequest, wish: Wish): Result<Decided, OfferRefusal> {
  const ground = survey(request, LONGEST)
  if (!ground.ok) return ground
  const standing = standingOptions(request, wish.downPaymentCents)
  if (!standing.ok) return standing
  const { sheet } = ground.value
  const weighing = weighWish(sheet, standing.value, wish)
  const decision = accept(weighing) ?? counter(weighing) ?? review(weighing) ?? refuse(weighing)
  return ok({ decision, sheet, standing: standing.value })
}

function accept(weighing: Weighing): Decision | null {
  const standing = standingCandidates(weighing).filter((one) => isWithin(weighing, one))
  const floors = weighing.scales?.floors
  const own = floors ? wishedPlans(weighing, floors.leastPresentValueBps) : []
  const [best] = [...standing, ...own].sort(byCost)
  if (best) return { decision: 'accepted', reason: 'plan' in best.answer ? 'fits' : 'fits_standing_option', answer: best.answer }
  const [single] = weighing.scales && floors ? singlePayment(weighing, weighing.scales, floors.leastPresentValueBps) : []
  return single ? { decision: 'accepted', reason: 'fits_single_payment', answer: single.answer } : null
}

function counter(weighing: Weighing): Decision | null {
  const [near] = everyPlan(weighing).filter((one) => isNear(weighing, one)).sort(byNearness)
  const nearest = near ?? withMoreAtFirst(weighing)
  return nearest ? { decision: 'countered', reason: reasonAgainst(weighing), answer: nearest.answer } : null
}

// A person may agree to a plan that is longer than what is taken at once.
function review(weighing: Weighing): Decision | null {
  const { scales } = weighing
  const bps = scales?.floors.reviewPresentValueBps
  const [own] = scales && bps ? wishedPlans({ ...weighing, scales: { ...scales, floors: { ...scales.floors, mostCount: LONGEST } } }, bps) : []
  return own && 'plan' in own.answer ? { decision: 'in_review', reason: 'person_decides', plan: own.answer.plan } : null
}

function refuse(weighing: Weighing): Decision {
  const [nearest] = everyPlan(weighing).sort(byNearness)
  const works = nearest ? worksOf(nearest) : null
  return { decision: 'refused', reason: weighing.scales ? reasonAgainst(weighing) : 'no_counter_offers', works }
}

function everyPlan(weighing: Weighing): Candidate[] {
  const { scales, downPaymentCents, monthlyCents } = weighing
  const standing = standingCandidates(weighing).filter((one) => monthlyCents > 0n || one.count === 1)
  return [...standing, ...(scales ? leastPlans(weighing, downPaymentCents, scales.floors.leastPresentValueBps) : [])]
}

// With the payment as it was asked, the smallest down payment that makes up for it: within three payments more.
function withMoreAtFirst(weighing: Weighing): Candidate | null {
  const { scales, monthlyCents, downPaymentCents, balanceCents } = weighing
  if (!scales || monthlyCents === 0n) return null
  const step = paymentStep(balanceCents) * TENTH
  const most = downPaymentCents + monthlyCents * MOST_MORE_AT_FIRST
  for (let down = (downPaymentCents / step + 1n) * step; down <= most && down < balanceCents; down += step) {
    const [plan] = leastPlans(weighing, down, scales.floors.leastPresentValueBps).filter((one) => one.monthlyCents <= monthlyCents).sort(byNearness)
    if (plan) return plan
  }
  return null
}

/** A tenth of the balance is about so many payment steps. */
const TENTH = 40n
const MOST_MORE_AT_FIRST = 3n

function isWithin({ monthlyCents, downPaymentCents }: Weighing, plan: Candidate): boolean {
  const first = downPaymentCents > monthlyCents ? downPaymentCents : monthlyCents
  if (plan.count === 1) return plan.totalCents <= first
  return plan.downPaymentCents <= first && plan.monthlyCents <= monthlyCents
}

// Near is what asks no more than half as much again of each month, and no more at first.
function isNear(weighing: Weighing, plan: Candidate): boolean {
  const { monthlyCents, downPaymentCents } = weighing
  const month = (monthlyCents || downPaymentCents) * 3n
  const first = downPaymentCents * 2n > month ? downPaymentCents * 2n : month
  return plan.monthlyCents * 2n <= month && plan.downPaymentCents * 2n <= first
}

function byCost(a: Candidate, b: Candidate): number {
  return compare(a.totalCents, b.totalCents) || a.count - b.count
}

function byNearness(a: Candidate, b: Candidate): number {
  return compare(a.monthlyCents, b.monthlyCents) || a.count - b.count || compare(a.downPaymentCents, b.downPaymentCents)
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function reasonAgainst({ scales, totals, monthlyCents, downPaymentCents }: Weighing): ProposalReason {
  if (!scales || monthlyCents === 0n) return 'value_too_low'
  if (monthlyCents < scales.floors.leastInstallmentCents) return 'payment_too_small'
  const fits = totals.some((total) => planWish(total, { monthlyCents, downPaymentCents }, scales.floors.mostCount))
  return fits ? 'value_too_low' : 'too_long'
}

function worksOf({ monthlyCents, downPaymentCents, count }: Candidate): Works {
  return { monthlyCents: count === 1 ? 0n : monthlyCents, downPaymentCents: count === 1 ? monthlyCents : downPaymentCents, count }
}
