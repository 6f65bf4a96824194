import { divideUp } from '../money/divide.ts'

/** So much a month, and so much at first where that is more. */
export interface Payments {
  monthlyCents: bigint
  downPaymentCents: bigint
}

/**
 * The payments that repay `totalCents`: the first is the down payment where that is the larger, else a month's payment as
 * well; then as many months as needed, the last one smaller. Null where there would be more of them than `mostCount`.
 */
export function planWish(totalCents: bigint, { monthlyCents, downPaymentCents }: Payments, mostCount: number): bigint[] | null {
  const first = least(totalCents, downPaymentCents > monthlyCents ? downPaymentCents : monthlyCents)
  const rest = totalCents - first
  if (first <= 0n || (rest > 0n && monthlyCents <= 0n)) return null
  const more = rest === 0n ? 0n : divideUp(rest, monthlyCents)
  if (more + 1n > BigInt(mostCount)) return null
  const months = Array.from({ length: Number(more) }, (_, i) => least(monthlyCents, rest - monthlyCents * BigInt(i)))
  return [first, ...months]
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
