import { assertCents, type Cents } from '@repactua/shared/money/cents.ts'

/** Cents of the core as a JSON number, for the wire. Throws above 9·10^15, where a number no longer holds every cent. */
export function centsNumber(cents: bigint): Cents {
  return assertCents(Number(cents))
}
