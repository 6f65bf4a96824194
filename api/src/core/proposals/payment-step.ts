const STEPS_IN_BALANCE = 400n
const LEAST_STEP = 100n

/** The step in which payments are weighed, about a four-hundredth of the balance: R$ 1, 2, 5, 10, 20, 50 and so on. */
export function paymentStep(balanceCents: bigint): bigint {
  for (let tens = LEAST_STEP; ; tens *= 10n) {
    const step = [tens, tens * 2n, tens * 5n].find((cents) => cents * STEPS_IN_BALANCE >= balanceCents)
    if (step) return step
  }
}

/** A sum without what goes beyond its last whole step. */
export function wholeSteps(cents: bigint, step: bigint): bigint {
  return (cents / step) * step
}
