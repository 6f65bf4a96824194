import { isUtf8 } from 'node:buffer'
import { DebtLine } from '@repactua/shared/contract/debts.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { plainText } from '@repactua/shared/text/plain-text.ts'
import { fieldErrorsOf } from '../../../platform/schema/field-errors.ts'
import { createAjv } from '../../../platform/schema/ajv.ts'
import type { Sealer } from '../../debtors/index.ts'
import type { ReadText } from './line-formats.ts'
import type { RawLine } from '../../../platform/lines/read-lines.ts'
import { sealDebt, type SealedDebt, type Sender } from '../seal-debt.ts'

/** What became of a line: a debt to merge, or why it is refused. */
export type CheckedLine =
  | { line: number; sealed: SealedDebt }
  | { line: number; externalId: string | null; errors: readonly FieldError[] }

export type CheckLine = (raw: RawLine) => CheckedLine | null

const LONGEST_POINTER = 200

const isDebtLine = createAjv(false).compile<DebtLine>(DebtLine)

/** Checks lines as PUT checks its body; null for blank lines and a header. Nothing in a line can make it throw. */
export function createLineCheck(sealer: Sealer, sender: Sender, readText: ReadText): CheckLine {
  return ({ number: line, bytes }) => {
    if (bytes === null) return refused(line, null, { pointer: '', code: 'import_line_too_long', message: ERROR_TEXTS.import_line_too_long.action })
    if (!isUtf8(bytes)) return refused(line, null, { pointer: '', code: 'invalid_utf8', message: 'A linha não está em UTF-8.' })
    const text = textOf(bytes, line)
    const read = text.trim() === '' ? null : readText(text)
    if (read === null) return null
    return read.ok ? checkValue(sealer, sender, line, read.value) : refused(line, null, read.error)
  }
}

function checkValue(sealer: Sealer, sender: Sender, line: number, value: unknown): CheckedLine {
  if (!isDebtLine(value)) return refused(line, externalIdOf(value), ...fieldErrorsOf(isDebtLine.errors ?? []))
  const { externalId, ...input } = value
  const sealed = sealDebt(sealer, sender, externalId, input)
  return sealed.ok ? { line, sealed: sealed.value } : refused(line, externalId, ...sealed.error)
}

// A pointer may hold the name of a field that the sender made up: a text column bears no control characters.
function refused(line: number, externalId: string | null, ...errors: FieldError[]): CheckedLine {
  return { line, externalId, errors: errors.map((error) => ({ ...error, pointer: plainText(error.pointer).slice(0, LONGEST_POINTER) })) }
}

const BYTE_ORDER_MARK = '\ufeff'

function textOf(bytes: Buffer, line: number): string {
  const text = bytes.toString('utf8')
  return line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

// Told back so that the sender finds the line; only what could be an id at all.
function externalIdOf(value: unknown): string | null {
  const { externalId } = (value ?? {}) as { externalId?: unknown }
  return typeof externalId === 'string' && /^[A-Za-z0-9._:-]{1,80}$/.test(externalId) ? externalId : null
}
