import { invariant } from '../invariant.ts'
import { err, ok, type Result } from '../result.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isLocalDate } from '@repactua/shared/time/local-date.ts'

export const RECORD_LENGTH = 240

/**
 * A field of a record: first and last position, counted from 1, and what stands there. `number`: digits, zeros in front;
 * `id`: the same with letters allowed, as a CNPJ has them; `text`: blanks behind; `date`: ddmmyyyy, zeros for none. A field
 * with a fourth entry always holds that.
 */
export type Field = readonly [from: number, to: number, kind: 'number' | 'id' | 'text' | 'date', constant?: string]
export type Layout = Readonly<Record<string, Field>>
type Value = string | number | bigint | null
type Values<L extends Layout> = Partial<Record<keyof L, Value>>

/** Writes a record of 240 characters. Text is folded to capitals without accents and cut; a number that does not fit is a bug. */
export function writeRecord<L extends Layout>(layout: L, values: Values<L>): string {
  const places = Array.from({ length: RECORD_LENGTH }, () => ' ')
  for (const [name, field] of Object.entries(layout)) {
    const [from, to] = field
    const text = writeField(name, field, values[name] ?? null)
    places.splice(from - 1, to - from + 1, ...text)
  }
  return places.join('')
}

/** Reads the fields of a record as text, blanks and leading zeros off, dates as days ('' for none); or names the first field that is broken. */
export function readRecord<L extends Layout>(layout: L, record: string): Result<Record<keyof L, string>, string> {
  const values: Record<string, string> = {}
  for (const [name, [from, to, kind]] of Object.entries(layout)) {
    const value = READ[kind](record.slice(from - 1, to))
    if (value === null) return err(name)
    values[name] = value
  }
  return ok(values as Record<keyof L, string>)
}

function writeField(name: string, [from, to, kind, constant]: Field, value: Value): string {
  const width = to - from + 1
  const text = constant ?? WRITE[kind](value)
  if (kind === 'text' || constant !== undefined) return text.slice(0, width).padEnd(width)
  invariant(text.length <= width, `${name} does not fit its ${width} places`)
  return text.padStart(width, '0')
}

const WRITE: Record<Field[2], (value: Value) => string> = {
  number: (value) => String(value ?? 0),
  id: (value) => String(value ?? ''),
  text: (value) => plain(String(value ?? '')),
  date: (value) => (value ? String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3$2$1') : ''),
}

const READ: Record<Field[2], (text: string) => string | null> = {
  number: (text) => (/^ *\d* *$/.test(text) ? text.trim().replace(/^0+(?=\d)/, '') || '0' : null),
  id: (text) => text.trim().replace(/^0+/, ''),
  text: (text) => text.trimEnd(),
  date: readDate,
}

function readDate(text: string): LocalDate | null {
  if (/^(0*| *)$/.test(text)) return ''
  const day = text.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1')
  return isLocalDate(day) ? day : null
}

// Banks ask for capitals without accents; whatever has no such form becomes a blank.
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^\x20-\x7e]/gu, ' ')
}
