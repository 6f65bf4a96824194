/** Divides and rounds to the nearest whole; a tie goes away from zero (2.5 -> 3, -2.5 -> -3). `d` must be above zero. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  return n < 0n ? -halfUp(-n, d) : halfUp(n, d)
}

/** Divides and rounds to the nearest whole; a tie goes to the even one (2.5 -> 2, 3.5 -> 4). `d` must be above zero. */
export function divideHalfEven(n: bigint, d: bigint): bigint {
  return n < 0n ? -halfEven(-n, d) : halfEven(n, d)
}

/** Divides a sum that is not negative and rounds up: the smallest whole that is no less than the quotient. */
export function divideUp(n: bigint, d: bigint): bigint {
  return (n + d - 1n) / d
}

function halfUp(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d)
}

function halfEven(n: bigint, d: bigint): bigint {
  const rounded = halfUp(n, d)
  const isTie = 2n * (n % d) === d
  return isTie && rounded % 2n === 1n ? rounded - 1n : rounded
}
