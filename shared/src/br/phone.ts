/** Prints a Brazilian E.164 number as people write it: "(11) 91234-5678", "0800 123 4567", "4004-1234". */
export function formatPhone(e164: string): string {
  const digits = e164.replace(/^\+55/, '')
  if (/^800\d{7}$/.test(digits)) return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '0$1 $2 $3')
  if (/^\d{8}$/.test(digits)) return digits.replace(/^(\d{4})(\d{4})$/, '$1-$2')
  return digits.replace(/^(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3')
}
