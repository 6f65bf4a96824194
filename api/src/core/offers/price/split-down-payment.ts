import { allot } from '../../money/allot.ts'
import { divideUp } from '../../money/divide.ts'

const BPS = 10_000n

/** A debt's part in a plan: what is financed, and the least share of it that its rule wants at once. */
export interface DownPaymentPart {
  financedCents: bigint
  leastDownPaymentBps: number
}

/**
 * Each debt's share of the down payment: its rule's least (rounded up, so that the policy holds), and of what the debtor
 * puts on top a share by what is left of each debt. Null where less is offered than the rules want.
 */
export function splitDownPayment(parts: readonly DownPaymentPart[], asked: bigint | undefined): bigint[] | null {
  const least = parts.map((part) => divideUp(part.financedCents * BigInt(part.leastDownPaymentBps), BPS))
  const needed = least.reduce((sum, cents) => sum + cents, 0n)
  const extra = (asked ?? needed) - needed
  if (extra < 0n) return null
  if (extra === 0n) return least
  const room = parts.map((part, i) => part.financedCents - (least[i] ?? 0n))
  return allot(extra, room).map((share, i) => share + (least[i] ?? 0n))
}
