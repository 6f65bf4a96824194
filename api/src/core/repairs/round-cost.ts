/** Divides what is to be paid and rounds to the nearest cent; half a cent stays with the debtor. Neither may be negative. */
export function roundCost(n: bigint, d: bigint): bigint {
  return (2n * n + d - 1n) / (2n * d)
}
