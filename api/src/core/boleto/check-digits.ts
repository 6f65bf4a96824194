/** Modulo 10 (FEBRABAN): weights 2 and 1 from the right, the digits of each product added. */
export function modulo10(digits: string): number {
  const sum = fromTheRight(digits).reduce((total, digit, i) => total + digitsOf(digit * (i % 2 === 0 ? 2 : 1)), 0)
  return (10 - (sum % 10)) % 10
}

/** Modulo 11 of a slip's barcode: weights 2 to 9 from the right; what would be 0, 10 or 11 is 1. */
export function modulo11(digits: string): number {
  const sum = fromTheRight(digits).reduce((total, digit, i) => total + digit * (2 + (i % 8)), 0)
  const digit = 11 - (sum % 11)
  return digit > 9 ? 1 : digit
}

function fromTheRight(digits: string): number[] {
  return [...digits].reverse().map(Number)
}

function digitsOf(product: number): number {
  return product > 9 ? product - 9 : product
}
