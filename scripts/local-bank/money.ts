/** The official form of money, '123.45': one to ten digits, a point, two digits. */
export const AMOUNT = /^\d{1,10}\.\d{2}$/

/** '123.45' to 12345n. */
export function centsOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

/** 12345n to '123.45'. */
export function amountOf(cents: bigint): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
