/** The 97.5th percentile of the normal distribution: intervals hold in nineteen of twenty cases. */
export const Z95 = 1.959963984540054

/** So many of so many people. */
export interface Share {
  hits: number
  people: number
}

export interface Interval {
  from: number
  to: number
}

/** The score interval of a share (Wilson 1927): it holds for few people, and for shares near 0 and 1. Needs somebody. */
export function wilson({ hits, people }: Share): Interval {
  const share = hits / people
  const square = (Z95 * Z95) / people
  const middle = (share + square / 2) / (1 + square)
  const half = (Z95 / (1 + square)) * Math.sqrt((share * (1 - share)) / people + square / (4 * people))
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}

/** How far the first share lies above the second one, with the interval of two score intervals (Newcombe 1998, method 10). */
export function differenceOfShares(first: Share, second: Share): Interval & { difference: number } {
  const [a, b] = [wilson(first), wilson(second)]
  const [p, q] = [first.hits / first.people, second.hits / second.people]
  const difference = p - q
  return { difference, from: difference - Math.hypot(p - a.from, b.to - q), to: difference + Math.hypot(a.to - p, q - b.from) }
}
