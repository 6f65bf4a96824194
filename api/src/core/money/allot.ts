import { invariant } from '../invariant.ts'

/**
 * Shares `total` out by weight; the shares sum to `total` exactly (largest remainder). What whole cents leave over goes
 * one each to the largest fractions, the earliest of equal ones first. No weight may be negative, nor all of them zero.
 */
export function allot(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return allot(-total, weights).map((share) => -share)
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  invariant(weights.every((weight) => weight >= 0n) && whole > 0n, 'allot needs weights, none negative, one above zero')
  const shares = weights.map((weight) => (total * weight) / whole)
  const left = total - shares.reduce((sum, share) => sum + share, 0n)
  for (const index of byFraction(total, weights, whole).slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}

/** Splits `total` into `parts` equal amounts that sum to it; the first ones take a cent more where it does not divide. */
export function splitEqually(total: bigint, parts: number): bigint[] {
  invariant(Number.isInteger(parts) && parts > 0 && total >= 0n, 'splitEqually needs a whole number of parts')
  const least = total / BigInt(parts)
  const extra = Number(total % BigInt(parts))
  return Array<bigint>(parts).fill(least).fill(least + 1n, 0, extra)
}

function byFraction(total: bigint, weights: readonly bigint[], whole: bigint): number[] {
  const fractions = weights.map((weight) => (total * weight) % whole)
  return [...weights.keys()].sort((a, b) => compare(fractions[b] ?? 0n, fractions[a] ?? 0n) || a - b)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b)
}
