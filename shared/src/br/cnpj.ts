/** Strips the mask from a CNPJ and puts its letters in capitals: "12.abc.345/01de-35" -> "12ABC34501DE35". */
export function cnpjCharacters(text: string): string {
  return text.replace(/[.\-/\s]/g, '').toUpperCase()
}

/** True for a CNPJ, alphanumeric ones included (IN RFB 2.229/2024: value = ASCII - 48, modulo 11). */
export function isCnpj(characters: string): boolean {
  if (!/^[A-Z0-9]{12}\d{2}$/.test(characters) || /^0+$/.test(characters)) return false
  return characters.endsWith(cnpjCheckDigits(characters.slice(0, 12)))
}

/** The two check digits for the first twelve characters of a CNPJ. */
export function cnpjCheckDigits(twelve: string): string {
  const first = checkDigit(twelve)
  return first + checkDigit(twelve + first)
}

/** Prints a CNPJ with its mask: "12.ABC.345/01DE-35". */
export function formatCnpj(characters: string): string {
  return characters.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
}

// Weights run 2 to 9 from the right, again and again.
function checkDigit(characters: string): string {
  const sum = [...characters].reverse().reduce((total, char, i) => total + (char.charCodeAt(0) - 48) * (2 + (i % 8)), 0)
  const rest = sum % 11
  return String(rest < 2 ? 0 : 11 - rest)
}
