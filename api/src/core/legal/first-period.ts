const MONTH = 30
const BPS = 10_000
/** Below it a difference is the double's, not the plan's. */
const NOISE = 1e-9

/** What a plan repays, and the days from signing to its first installment that bears interest. */
export interface RepaidPlan {
  restCents: bigint
  amounts: readonly bigint[]
  firstDays: number
}

/**
 * Whether a plan stays at a monthly rate or below it although its first period, which is charged as a whole month, has fewer
 * days: its installments are worth no more than it repays, at that rate, with the first period counted by its days.
 */
export function staysWithin({ restCents, amounts, firstDays }: RepaidPlan, monthlyRateBps: number): boolean {
  if (firstDays >= MONTH) return true
  const rate = monthlyRateBps / BPS
  let worth = 0
  for (let i = amounts.length - 1; i >= 0; i -= 1) worth = (worth + Number(amounts[i])) / (1 + rate)
  const rest = Number(restCents)
  return (worth * (1 + rate)) / (1 + (rate * firstDays) / MONTH) <= rest * (1 + NOISE) + amounts.length / 2
}
