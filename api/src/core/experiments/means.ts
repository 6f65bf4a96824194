import { Z95, type Interval } from './shares.ts'

/** What people paid, in cents: their number, the sum, and the sum of the squares. */
export interface Paid {
  people: number
  cents: bigint
  squared: bigint
}

/** With fewer people a mean of money says nothing: most pay nothing, a few pay much. */
export const LEAST_PEOPLE = 30

/** What a person paid on average, in cents and their parts. Needs somebody. */
export function meanCents({ people, cents }: Paid): number {
  return Number(cents) / people
}

/** The mean in cents and its 95 % interval (Student); null under thirty people. */
export function meanOf(paid: Paid): (Interval & { mean: number }) | null {
  if (paid.people < LEAST_PEOPLE) return null
  const mean = meanCents(paid)
  const half = student(paid.people - 1) * Math.sqrt(errorOf(paid))
  return { mean, from: mean - half, to: mean + half }
}

/** How far the first mean lies above the second one, with Welch's interval: spreads may differ. Null under thirty people in either. */
export function differenceOfMeans(first: Paid, second: Paid): (Interval & { difference: number }) | null {
  if (first.people < LEAST_PEOPLE || second.people < LEAST_PEOPLE) return null
  const difference = meanCents(first) - meanCents(second)
  const [a, b] = [errorOf(first), errorOf(second)]
  if (a + b === 0) return { difference, from: difference, to: difference }
  const freedom = (a + b) ** 2 / (a ** 2 / (first.people - 1) + b ** 2 / (second.people - 1))
  const half = student(freedom) * Math.sqrt(a + b)
  return { difference, from: difference - half, to: difference + half }
}

// The squared error of a mean. The numerator is exact: the difference of two large sums would lose its digits.
function errorOf({ people, cents, squared }: Paid): number {
  const n = BigInt(people)
  return Number(n * squared - cents * cents) / people / people / (people - 1)
}

// Cornish and Fisher's expansion of Student's 97.5th percentile: right to the fifth digit from 29 degrees of freedom on.
function student(freedom: number): number {
  const z = Z95
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ]
  return terms.reduce((sum, term, i) => sum + term / freedom ** (i + 1), z)
}
