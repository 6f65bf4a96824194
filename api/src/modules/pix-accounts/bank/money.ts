/** Cents as the Pix API writes money: "1234.05". */
export function pixAmount(cents: bigint): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The cents of "1234.05". The schema of the answer has checked its form. */
export function centsOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

/** Basis points as the Pix API writes a per cent: 200 is "2.00". */
export function pixPercent(bps: number): string {
  return pixAmount(BigInt(bps))
}
