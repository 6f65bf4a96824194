// Cents reach the wire by centsNumber alone.
export function show(debt: { totalCents: bigint }, cents: bigint): number[] {
  return [
    Number(debt.totalCents), // bites: no-restricted-syntax
    Number(cents), // bites: no-restricted-syntax
  ]
}
