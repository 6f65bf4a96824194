/** Money is an integer count of centavos. On the wire it is a JSON number; the core counts in bigint. */
export type Cents = number

/** The largest amount the API takes, in cents: R$ 10 billion. Far inside the exact range of a JSON number. */
export const MAX_CENTS = 1_000_000_000_000

/** Adds amounts in cents; refuses anything that is not a safe integer. */
export function sumCents(amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, amount) => assertCents(sum + amount), 0)
}

/** Gives the amount back, or throws where it is not a whole, exactly held number of cents. */
export function assertCents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money must be a safe integer of cents')
  return amount
}
