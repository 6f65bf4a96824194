/** Throws where the code itself is wrong. Never for what a person or a creditor may send: that is a refusal (`err`). */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
