import { leastPayment, leastSinglePayment, type Scales } from './least-payment.ts'
import { paymentStep, wholeSteps } from './payment-step.ts'
import { planWish, type Payments } from './plan-wish.ts'
import type { ProposedPlan } from '../offers/types.ts'
import type { Answer, Works } from './types.ts'
import type { Standing, Weighing } from './weigh-wish.ts'

/** Something that the person may have: what it asks of them, and what it comes to. */
export interface Candidate extends Works {
  totalCents: bigint
  answer: Answer
}

/** What the person would pay in one sum or by the month, of a standing option. */
export function standingCandidates({ standing }: Weighing): Candidate[] {
  return standing.map(({ option, askedDownCents }) => {
    const { downPaymentCents, count, totalCents } = option
    return { monthlyCents: heaviestMonth(option), downPaymentCents, count, totalCents, answer: { option, askedDownCents } }
  })
}

/** The plans of the person's own payments that are worth `bps` of the balance; neighbouring payments are weighed alike. */
export function wishedPlans(weighing: Weighing, bps: number): Candidate[] {
  const { scales, monthlyCents, downPaymentCents } = weighing
  if (!scales) return []
  if (monthlyCents === 0n) return singlePayment(weighing, scales, bps)
  return weighing.totals.flatMap((total) => {
    const least = leastPayment(scales, total, wholeDown(weighing, scales), bps)
    return least !== null && monthlyCents >= least ? planCandidate(scales, total, { monthlyCents, downPaymentCents }) : []
  })
}

/** One payment of the person's down payment, where that alone is worth `bps` of the balance. */
export function singlePayment(weighing: Weighing, scales: Scales, bps: number): Candidate[] {
  const least = leastSinglePayment(scales, bps)
  const cents = weighing.downPaymentCents
  return least !== null && cents >= least ? onePayment(scales, cents) : []
}

/** The least payments that the policy takes with this down payment, each total with its own. */
export function leastPlans(weighing: Weighing, downPaymentCents: bigint, bps: number): Candidate[] {
  const { scales } = weighing
  if (!scales) return []
  if (weighing.monthlyCents === 0n) return leastSingle(scales, bps)
  return weighing.totals.flatMap((total) => {
    const monthlyCents = leastPayment(scales, total, wholeSteps(downPaymentCents, paymentStep(scales.balanceCents)), bps)
    return monthlyCents === null ? [] : planCandidate(scales, total, { monthlyCents, downPaymentCents })
  })
}

function leastSingle(scales: Scales, bps: number): Candidate[] {
  const least = leastSinglePayment(scales, bps)
  return least === null ? [] : onePayment(scales, least)
}

function onePayment(scales: Scales, cents: bigint): Candidate[] {
  return planCandidate(scales, cents, { monthlyCents: cents, downPaymentCents: 0n })
}

function planCandidate({ floors, dates }: Scales, total: bigint, payments: Payments): Candidate[] {
  const amounts = planWish(total, payments, Math.min(floors.mostCount, dates.length))
  if (!amounts) return []
  const plan = planOf(amounts, payments)
  return [{ ...payments, downPaymentCents: plan.downPaymentCents, count: amounts.length, totalCents: total, answer: { plan } }]
}

// A down payment that is no more than a month's payment is the first of these.
function planOf(amounts: readonly bigint[], { monthlyCents, downPaymentCents }: Payments): ProposedPlan {
  const [first = 0n, ...others] = amounts
  return { amounts, downPaymentCents: others.length > 0 && downPaymentCents > monthlyCents ? first : 0n }
}

function wholeDown({ downPaymentCents }: Weighing, { balanceCents }: Scales): bigint {
  return wholeSteps(downPaymentCents, paymentStep(balanceCents))
}

function heaviestMonth({ installments, downPaymentCents }: Standing['option']): bigint {
  const months = downPaymentCents > 0n && installments.length > 1 ? installments.slice(1) : installments
  return months.reduce((most, { amountCents }) => (amountCents > most ? amountCents : most), 0n)
}
