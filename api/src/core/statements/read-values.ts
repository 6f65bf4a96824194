import { MAX_CENTS } from '@repactua/shared/money/cents.ts'
import { isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'

/** How a file writes money: "1.234,56" or "1234.56". */
export type AmountStyle = 'brazilian' | 'plain'

const SIGNED = /^(?:R\$\s*)?([+-]?)\s*(?:R\$\s*)?([\d.,]+)\s*([+-]|[CD])?$/i
/** Points only before a comma: "150.000" may be thousands or decimals, so it is neither. */
const BRAZILIAN = /^(\d{1,3}(?:\.\d{3})+(?=,)|\d+)(?:,(\d{1,2}))?$/
const PLAIN = /^(\d+)(?:\.(\d{1,2}))?$/
const EARLIEST = '1990-01-01'

/** How the amounts of one file are written, or null where some can only be read one way and some only the other. */
export function amountStyleOf(amounts: readonly string[]): AmountStyle | null {
  const digits = amounts.map((text) => SIGNED.exec(text.trim())?.[2] ?? '')
  const hasComma = digits.some((text) => text.includes(','))
  const hasPoint = digits.some((text) => /\.\d{1,2}$/.test(text))
  if (hasComma && hasPoint) return null
  return hasPoint ? 'plain' : 'brazilian'
}

/** Reads an amount in cents; negative with a minus on either side or a D behind. Null where it is none. */
export function readAmount(text: string, style: AmountStyle): bigint | null {
  const [whole, before = '', digits = '', behind = ''] = SIGNED.exec(text.trim()) ?? []
  const cents = whole === undefined || (before && behind) ? null : readCents(digits, style)
  return cents !== null && /[-d]/i.test(before + behind) ? -cents : cents
}

function readCents(digits: string, style: AmountStyle): bigint | null {
  const [, reais, fraction = ''] = (style === 'plain' ? PLAIN : BRAZILIAN).exec(digits) ?? []
  if (reais === undefined) return null
  const cents = BigInt(reais.replaceAll('.', '') + fraction.padEnd(2, '0'))
  return cents <= BigInt(MAX_CENTS) ? cents : null
}

/** Reads "2026-11-20", "20/11/2026", "20-11-2026" or "20.11.2026" as a day; null where it is none. */
export function readDay(text: string): LocalDate | null {
  const [, day, month, year] = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  return existing(year ? `${year}-${month}-${day}` : text.trim())
}

/** Reads OFX's date and time as the day that the bank wrote, whatever its time zone says; null where it is none. */
export function readOfxDay(text: string): LocalDate | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:\.\d{1,3})?\s*(?:\[[^\]]*\])?$/.exec(text.trim()) ?? []
  return existing(`${year}-${month}-${day}`)
}

function existing(day: string): LocalDate | null {
  return isLocalDate(day) && day >= EARLIEST ? day : null
}
