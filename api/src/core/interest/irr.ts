/** Money at a time, counted in periods: positive comes in, negative goes out. */
export interface Flow {
  time: number
  amount: number
}

const FIRST_STEP = 0.125
const MOST_STEPS = 100
const PRECISION = 1e-15

/** The rate a period at which flows one period apart are worth nothing today; null where they all have one sign. */
export function irr(amounts: readonly number[]): number | null {
  return rateOf(amounts.map((amount, time) => ({ time, amount })))
}

/**
 * The rate a period at which the flows are worth nothing at time 0; null where there is none. It looks for x = ln(1 + rate),
 * in which loans are smooth: a bracket that grows around zero, then Newton's steps, halving where one leaves the bracket.
 */
export function rateOf(flows: readonly Flow[]): number | null {
  if (!changesSign(flows)) return null
  const bracket = findBracket(flows)
  return bracket && Math.expm1(narrow(flows, bracket))
}

function changesSign(flows: readonly Flow[]): boolean {
  return flows.some((flow) => flow.amount > 0) && flows.some((flow) => flow.amount < 0)
}

function findBracket(flows: readonly Flow[]): [number, number] | null {
  for (let width = FIRST_STEP; ; width *= 2) {
    const low = presentValue(flows, -width).value
    const high = presentValue(flows, width).value
    if (Number.isNaN(low) || (!Number.isFinite(low) && !Number.isFinite(high))) return null
    if (low > 0 !== high > 0) return [-width, width]
    if (width > MOST_STEPS) return null
  }
}

function narrow(flows: readonly Flow[], [from, to]: [number, number]): number {
  const rises = presentValue(flows, to).value > 0
  let [low, high, x] = [from, to, 0]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { value, slope } = presentValue(flows, x)
    if (value === 0) return x
    if (value > 0 === rises) high = x
    else low = x
    const newton = x - value / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= PRECISION * Math.max(1, Math.abs(x))) return next
    x = next
  }
  return x
}

function presentValue(flows: readonly Flow[], x: number): { value: number; slope: number } {
  let [value, slope] = [0, 0]
  for (const { time, amount } of flows) {
    const worth = amount * Math.exp(-x * time)
    value += worth
    slope -= time * worth
  }
  return { value, slope }
}
