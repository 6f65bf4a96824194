/** Money given at time 0 and what is paid for it, each payment at its own time, in order; times in periods, all above 0. */
export interface Loan {
  lent: number
  amounts: readonly number[]
  times: readonly number[]
  /** Where to look first: a rate known to be near saves steps and changes nothing. */
  near?: number
}

const MOST_STEPS = 200
/** Steps shrink to their squares: after one as small as this the next would be lost in the rounding of doubles. */
const CLOSE = 1e-7

/**
 * The rate a period at which the payments are worth what was lent; null where nothing was lent or is paid. It looks for
 * x = ln(1 + rate). The logarithm of the payments' worth falls in x and is convex: from any start Newton's first step lands
 * at or before the root, and the others only come nearer, so it needs no bracket and cannot go astray. A step is
 * ln(worth ÷ lent) over the mean time of the payments.
 */
export function loanRate(loan: Loan): number | null {
  if (!(loan.lent > 0) || !loan.amounts.some((amount) => amount > 0)) return null
  let x = Math.log1p(loan.near ?? 0)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const move = newtonStep(loan, x)
    x += move
    if (Math.abs(move) <= CLOSE) break
  }
  return Math.expm1(x)
}

// Worth is counted at the time of the first payment, or of the last where money loses by waiting: then no power is above 1.
function newtonStep({ lent, amounts, times }: Loan, x: number): number {
  const anchor = times[x < 0 ? amounts.length - 1 : 0] ?? 0
  let [worth, timed] = [0, 0]
  for (let i = 0; i < amounts.length; i += 1) {
    const time = times[i] ?? 0
    const each = (amounts[i] ?? 0) * Math.exp(-x * (time - anchor))
    worth += each
    timed += each * time
  }
  return ((Math.log(worth / lent) - x * anchor) * worth) / timed
}
