import { CsvError, parse } from 'csv-parse/sync'
import type { StatementQuery } from '@repactua/shared/contract/statements.ts'
import { decodeText } from '../../core/statements/decode-text.ts'
import { readOfx } from '../../core/statements/read-ofx.ts'
import { readRows, type Columns, type Row } from '../../core/statements/read-rows.ts'
import type { BrokenLine, StatementLine } from '../../core/statements/types.ts'
import { err, type Result } from '../../core/result.ts'

export const STATEMENT_FORMATS = { 'application/x-ofx': 'ofx', 'text/csv': 'csv' } as const
export type StatementFormat = (typeof STATEMENT_FORMATS)[keyof typeof STATEMENT_FORMATS]

/** Reads a statement whole, or says with its lines why it cannot be read. */
export function readFile(bytes: Buffer, format: StatementFormat, query: StatementQuery): Result<StatementLine[], BrokenLine[]> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  return format === 'ofx' ? readOfx(text.value) : readCsv(text.value, columnsOf(query), query.account ?? '')
}

/** What the columns of a CSV are called, as the query says. */
export function columnsOf({ date = 'date', amount = 'amount', description = 'description', reference, payer }: StatementQuery): Columns {
  return { date, amount, description, reference: reference ?? null, payer: payer ?? null }
}

function readCsv(text: string, columns: Columns, account: string): Result<StatementLine[], BrokenLine[]> {
  const delimiter = delimiterOf(text, columns)
  try {
    const read = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as { info: { lines: number }; record: string[] }[]
    return readRows(read.map(({ info, record }): Row => ({ line: info.lines, fields: record })), columns, account)
  } catch (error) {
    if (error instanceof CsvError) return err([{ line: Number(error['lines'] ?? 1), reason: 'wrong_columns' }])
    throw error
  }
}

// The one that stands in the header: an amount with a comma may have a semicolon before it.
function delimiterOf(text: string, { date }: Columns): string {
  const header = text.split('\n', 25).find((line) => line.toLowerCase().includes(date.toLowerCase())) ?? ''
  return header.split(';').length >= header.split(',').length ? ';' : ','
}
