/** Strips the mask from a court case's number: "0001234-55.2026.8.26.0100" -> twenty digits. */
export function caseDigits(text: string): string {
  return text.replace(/[.\-\s]/g, '')
}

/** True for twenty digits with right check digits (CNJ, Resolução 65/2008: ISO 7064, modulo 97, base 10). */
export function isCaseNumber(digits: string): boolean {
  const parts = /^(\d{7})(\d{2})(\d{11})$/.exec(digits)
  return parts !== null && BigInt(`${parts[1]}${parts[3]}${parts[2]}`) % 97n === 1n
}

/** Prints a case's number with its mask: NNNNNNN-DD.AAAA.J.TR.OOOO. */
export function formatCaseNumber(digits: string): string {
  return digits.replace(/^(\d{7})(\d{2})(\d{4})(\d)(\d{2})(\d{4})$/, '$1-$2.$3.$4.$5.$6')
}
