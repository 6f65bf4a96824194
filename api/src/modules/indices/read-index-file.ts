import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { SentMonth } from './indices.rules.ts'

/**
 * The months of a file: the JSON of the Central Bank's SGS (`[{"data": "01/09/2024", "valor": "0,676227"}]`), or lines of
 * CSV with a day or a month and a value, parted by `;`, or by `,` where the value has a point. A header is passed over.
 * Refuses all that is no month or no value, with its place.
 */
export function readIndexFile(text: string): Result<SentMonth[], FieldError[]> {
  const plain = text.replace(/^\ufeff/, '').trim()
  const cells = plain.startsWith('[') ? readJson(plain) : ok(readCsv(plain))
  if (!cells.ok) return cells
  const read = cells.value.map(readCell)
  const errors = read.flatMap((one) => (one.ok ? [] : [one.error]))
  if (errors.length > 0) return err(errors)
  const months = read.flatMap((one) => (one.ok ? [one.value] : []))
  return months.length > 0 ? ok(months) : err([{ pointer: '', code: 'required', message: 'O arquivo não tem nenhum mês.' }])
}

interface Cell {
  pointer: string
  day: string
  value: string
}

function readJson(text: string): Result<Cell[], FieldError[]> {
  try {
    const rows = JSON.parse(text) as { data?: unknown; valor?: unknown }[]
    return ok(rows.map((row, i) => ({ pointer: `/${i}`, day: String(row?.data ?? ''), value: String(row?.valor ?? '') })))
  } catch {
    return err([{ pointer: '', code: 'invalid_json', message: 'O arquivo não é um JSON válido.' }])
  }
}

function readCsv(text: string): Cell[] {
  const rows = text.split(/\r?\n/).map((line, i) => {
    const [day = '', value = ''] = line.replaceAll('"', '').split(line.includes(';') ? ';' : ',').map((cell) => cell.trim())
    return { pointer: `/${i + 1}`, day, value, isBlank: line.trim() === '' }
  })
  const isHeader = (row: Cell) => row.pointer === '/1' && !/\d/.test(row.day)
  return rows.filter((row) => !row.isBlank && !isHeader(row))
}

function readCell({ pointer, day, value }: Cell): Result<SentMonth, FieldError> {
  const month = monthOf(day)
  if (month === null) return err({ pointer, code: 'wrong_format', message: 'A data deve ser dd/mm/aaaa ou aaaa-mm.' })
  return ok({ month, percent: value.replace(',', '.'), pointer })
}

function monthOf(day: string): string | null {
  const brazilian = /^(?:\d{2}\/)?(0[1-9]|1[0-2])\/((?:19|20|21)\d{2})$/.exec(day)
  if (brazilian) return `${brazilian[2]}-${brazilian[1]}`
  return /^((?:19|20|21)\d{2}-(?:0[1-9]|1[0-2]))(?:-\d{2})?$/.exec(day)?.[1] ?? null
}
