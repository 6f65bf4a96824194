import { parse } from 'csv-parse/sync'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { err, ok, type Result } from '../../../core/result.ts'
import { CONTRACT_CSV_COLUMNS, contractFromCsv } from './contract-csv.ts'

/** Makes of a line's text what its debt would be, unchecked; null for a line that is no debt (a header). */
export type ReadText = (text: string) => Result<unknown, FieldError> | null

export const IMPORT_FORMATS = ['application/x-ndjson', 'text/csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** A reader for one file of the format. */
export function createTextReader(format: ImportFormat): ReadText {
  return format === 'text/csv' ? createCsvReader() : readJson
}

function readJson(text: string): ReturnType<ReadText> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return err({ pointer: '', code: 'invalid_json', message: 'A linha não é um JSON válido.' })
  }
}

const TEXT_COLUMNS = ['externalId', 'product', 'contractNumber', 'description', 'originalCreditor', 'dueOn', 'segment', 'riskBand'] as const
const DEBTOR_COLUMNS = ['cpf', 'name', 'birthDate', 'email', 'phone', 'state', 'city'] as const
const CHARGE_COLUMNS = ['lateFeeBps', 'defaultInterestMonthlyBps'] as const
const METHOD_COLUMNS = ['interestMethod', 'dayCount', 'correctionIndex'] as const
const INTERRUPTION_COLUMNS = ['interruptedOn', 'interruptedBy'] as const
const COLUMNS = [...TEXT_COLUMNS, ...DEBTOR_COLUMNS, 'principalCents', ...CHARGE_COLUMNS, ...METHOD_COLUMNS, 'tags', ...INTERRUPTION_COLUMNS] as const
const REQUIRED = ['externalId', 'cpf', 'name', 'product', 'principalCents', 'dueOn', 'lateFeeBps', 'defaultInterestMonthlyBps'] as const

type Column = (typeof COLUMNS)[number]

// Each line is a record of its own, without line breaks inside quotes, so that a quote left open spoils one line only.
function createCsvReader(): ReadText {
  let columns: string[] | null = null
  let delimiter = ','
  return (text) => {
    if (columns === null) {
      delimiter = text.includes(',') ? ',' : ';'
      columns = readHeader(splitCsv(text, delimiter))
      return null
    }
    const fields = splitCsv(text, delimiter)
    if (fields?.length === columns.length) return ok(debtOf(columns, fields))
    return err({ pointer: '', code: 'invalid_csv', message: `A linha deve ter ${columns.length} colunas, com aspas fechadas.` })
  }
}

// Without quotes a line of CSV is its text between delimiters; the parser is for the others.
function splitCsv(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter)
  try {
    return (parse(text, { delimiter, relax_column_count: true }) as string[][])[0] ?? null
  } catch {
    return null
  }
}

function readHeader(fields: string[] | null): string[] {
  const names = (fields ?? []).map((name) => name.trim())
  const missing = REQUIRED.filter((column) => !names.includes(column)).map((column) => headerError(column, 'required', 'Falta esta coluna no cabeçalho.'))
  const unknown = names.filter((name) => !COLUMNS.some((column) => column === name) && !CONTRACT_CSV_COLUMNS.includes(name)).map((name) => headerError(name, 'unknown_field', 'Esta coluna não existe aqui.'))
  const repeated = names.filter((name, i) => names.indexOf(name) < i).map((name) => headerError(name, 'repeated', 'Esta coluna está repetida.'))
  const errors = [...missing, ...unknown, ...repeated].slice(0, 20)
  if (errors.length > 0) throw new AppError('invalid_request', { detail: 'O cabeçalho do CSV não confere.', errors })
  return names
}

function headerError(column: string, code: string, message: string): FieldError {
  return { pointer: `/${column.slice(0, 40)}`, code, message }
}

// An empty field is an absent one. What is no whole number stays text, for the schema to refuse.
function debtOf(columns: readonly string[], fields: readonly string[]): unknown {
  const given = new Map(columns.map((column, i) => [column, fields[i]?.trim() ?? '']).filter(([, text]) => text !== '') as [Column, string][])
  const pick = (names: readonly Column[], read: (text: string) => unknown) =>
    Object.fromEntries(names.filter((name) => given.has(name)).map((name) => [name, read(given.get(name) ?? '')]))
  return {
    ...pick(TEXT_COLUMNS, String),
    ...pick(['principalCents'], readInteger),
    ...pick(['tags'], (text) => text.split('|')),
    debtor: pick(DEBTOR_COLUMNS, String),
    charges: { ...pick(CHARGE_COLUMNS, readInteger), ...pick(METHOD_COLUMNS, String), ...contractFromCsv(given) },
    ...interruptionOf(given.get('interruptedOn'), given.get('interruptedBy')),
  }
}

function interruptionOf(on: string | undefined, by: string | undefined): object {
  return on === undefined && by === undefined ? {} : { interruption: { ...(on === undefined ? {} : { on }), ...(by === undefined ? {} : { by }) } }
}

function readInteger(text: string): number | string {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}
