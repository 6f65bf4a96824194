/** Strips the mask from a CPF: "529.982.247-25" -> "52998224725". */
export function cpfDigits(text: string): string {
  return text.replace(/[.\-\s]/g, '')
}

/** True for eleven digits with right check digits (Receita Federal, modulo 11) that are not all the same. */
export function isCpf(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return false
  return digits.endsWith(cpfCheckDigits(digits.slice(0, 9)))
}

/** The two check digits for the first nine digits of a CPF. */
export function cpfCheckDigits(nine: string): string {
  const first = checkDigit(nine)
  return first + checkDigit(nine + first)
}

/** Prints a CPF with its mask: "529.982.247-25". */
export function formatCpf(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
}

/** Prints a CPF so that its holder knows it and nobody else learns it: "•••.982.247-••". */
export function maskCpf(digits: string): string {
  return digits.replace(/^\d{3}(\d{3})(\d{3})\d{2}$/, '•••.$1.$2-••')
}

function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (digits.length + 1 - i), 0)
  return String(((sum * 10) % 11) % 10)
}
