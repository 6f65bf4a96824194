import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { paymentStep } from './payment-step.ts'
import { planWish, type Payments } from './plan-wish.ts'
import { presentValue, reaches } from './present-value.ts'
import type { Floors } from './types.ts'

/** What a wish is weighed with. The floors are the rounded ones; the dates reach as far as the longest plan. */
export interface Scales {
  today: LocalDate
  dates: readonly LocalDate[]
  balanceCents: bigint
  floors: Floors
}

/** The smallest monthly payment, in whole steps, with which a plan over `totalCents` is worth `bps` of the balance; null if none is. */
export function leastPayment(scales: Scales, totalCents: bigint, downPaymentCents: bigint, bps: number): bigint | null {
  const isEnough = (monthlyCents: bigint) => isWorth(scales, totalCents, { monthlyCents, downPaymentCents }, bps)
  return leastStep(scales, totalCents, isEnough)
}

/** The smallest single payment, in whole steps, that is worth `bps` of the balance; null where none below the balance is. */
export function leastSinglePayment(scales: Scales, bps: number): bigint | null {
  const isEnough = (cents: bigint) => isWorth(scales, cents, { monthlyCents: cents, downPaymentCents: 0n }, bps)
  const least = leastStep(scales, scales.balanceCents, isEnough)
  return least !== null && least <= scales.balanceCents ? least : null
}

// A larger payment is worth no less and takes no longer, so the steps are halved until one is left.
function leastStep({ balanceCents, floors }: Scales, mostCents: bigint, isEnough: (cents: bigint) => boolean): bigint | null {
  const step = paymentStep(balanceCents)
  let low = floors.leastInstallmentCents / step
  let high = (mostCents + step - 1n) / step
  if (high < low) high = low
  if (!isEnough(high * step)) return null
  while (low < high) {
    const middle = (low + high) / 2n
    if (isEnough(middle * step)) high = middle
    else low = middle + 1n
  }
  return low * step
}

function isWorth({ today, dates, balanceCents, floors }: Scales, totalCents: bigint, payments: Payments, bps: number): boolean {
  const amounts = planWish(totalCents, payments, Math.min(floors.mostCount, dates.length))
  if (!amounts) return false
  const flows = amounts.map((amountCents, i) => ({ dueOn: dates[i] ?? today, amountCents }))
  return reaches(presentValue(flows, { today, monthlyRateBps: floors.monthlyDiscountRateBps }), bps, balanceCents)
}
