import { isLocalDate, monthName, type LocalDate } from '@repactua/shared/time/local-date.ts'

/** What a person says to show who they are: a birth date and the last three digits of the CPF. */
export interface IdentityAnswer {
  birthDate: LocalDate
  lastDigits: string
}

const MONTHS = Array.from({ length: 12 }, (_, i) => monthName(i + 1))
const NAMED = new RegExp(String.raw`\b(\d{1,2})\s*(?:de\s+)?(${MONTHS.join('|')})\s*(?:de\s+)?(\d{4})\b`, 'i')
const NUMBERED = /(?<!\d)(\d{1,2})\s?[-./\s]\s?(\d{1,2})\s?[-./\s]\s?(\d{4})(?!\d)|(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/
const CPF = /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/

/**
 * Reads "12/03/1985 725", in any order and with words around. A whole CPF gives its last three digits: it was not asked for,
 * but who wrote it need not write again. Null where one of the two is missing, or there are two that it could be.
 */
export function readIdentityAnswer(text: string): IdentityAnswer | null {
  const cpf = CPF.exec(text)?.[0]
  const rest = cpf === undefined ? text : text.replace(cpf, ` ${cpf.replace(/\D/g, '').slice(-3)} `)
  const date = NAMED.exec(rest) ?? NUMBERED.exec(rest)
  if (!date) return null
  const birthDate = birthDateOf(date)
  const digits = rest.replace(date[0], ' ').match(/(?<!\d)\d{3}(?!\d)/g) ?? []
  return birthDate !== null && digits.length === 1 ? { birthDate, lastDigits: digits[0]! } : null
}

function birthDateOf(found: RegExpExecArray): LocalDate | null {
  const [day, month, year] = found.slice(1).filter((part) => part !== undefined) as [string, string, string]
  const number = MONTHS.findIndex((name) => name === month.toLowerCase()) + 1 || Number(month)
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}
