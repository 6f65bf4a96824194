import { plainText } from '@repactua/shared/text/plain-text.ts'
import { err, ok, type Result } from '../result.ts'
import { amountStyleOf, readAmount, readDay, type AmountStyle } from './read-values.ts'
import { MOST_FINDINGS, MOST_LINES, type BrokenLine, type StatementLine } from './types.ts'

/** A line of a CSV, cut into its fields. */
export interface Row {
  line: number
  fields: readonly string[]
}

/** What the columns of a file are called. Those with null are not in it. */
export interface Columns {
  date: string
  amount: string
  description: string
  reference: string | null
  payer: string | null
}

/** Banks put their name and the period above the header. */
const MOST_LINES_ABOVE = 20

/**
 * Reads the movements of one account out of rows, below the first row that has all named columns. Refuses the whole with
 * its lines where a row has another number of fields, no day or no amount, or where amounts are written in two ways.
 */
export function readRows(rows: readonly Row[], columns: Columns, account: string): Result<StatementLine[], BrokenLine[]> {
  const at = rows.slice(0, MOST_LINES_ABOVE).findIndex(({ fields }) => missingOf(columns, fields).length === 0)
  const header = rows[at]
  if (!header) return err(missingOf(columns, rows[0]?.fields ?? []).map((field) => ({ line: rows[0]?.line ?? 1, reason: 'column_missing', field })))
  const movements = rows.slice(at + 1).filter(({ fields }) => fields.some((field) => field.trim() !== ''))
  if (movements.length > MOST_LINES) return err([{ line: movements[MOST_LINES]!.line, reason: 'too_many_lines' }])
  const take = taker(header.fields, columns)
  const style = amountStyleOf(movements.map((row) => take(row, 'amount') ?? ''))
  const read = movements.map((row) => readRow(row, header.fields.length, { take, style, account, columns }))
  const broken = read.flatMap((one) => (one.ok ? [] : [one.error]))
  return broken.length > 0 ? err(broken.slice(0, MOST_FINDINGS)) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}

function missingOf(columns: Columns, fields: readonly string[]): string[] {
  const names = fields.map(nameOf)
  return Object.values(columns).filter((name): name is string => name !== null && !names.includes(nameOf(name)))
}

function nameOf(text: string): string {
  return plainText(text).toLocaleLowerCase('pt-BR')
}

type Take = (row: Row, column: keyof Columns) => string | null

function taker(header: readonly string[], columns: Columns): Take {
  const names = header.map(nameOf)
  return ({ fields }, column) => {
    const name = columns[column]
    return name === null ? null : plainText(fields[names.indexOf(nameOf(name))] ?? '')
  }
}

interface Reading {
  take: Take
  style: AmountStyle | null
  account: string
  columns: Columns
}

function readRow(row: Row, width: number, { take, style, account, columns }: Reading): Result<StatementLine, BrokenLine> {
  const { line, fields } = row
  if (fields.length !== width) return err({ line, reason: 'wrong_columns' })
  const postedOn = readDay(take(row, 'date') ?? '')
  if (!postedOn) return err({ line, reason: 'wrong_field', field: columns.date })
  const amountCents = style && readAmount(take(row, 'amount') ?? '', style)
  if (amountCents === null) return err({ line, reason: 'wrong_field', field: columns.amount })
  return ok({
    line, account, postedOn, amountCents, bankReference: null,
    description: take(row, 'description') ?? '',
    reference: take(row, 'reference') || null,
    payerDocument: take(row, 'payer') || null,
  })
}
