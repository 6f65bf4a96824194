import { plainText } from '@repactua/shared/text/plain-text.ts'
import { err, ok, type Result } from '../result.ts'
import { readOfxGroups, type Group } from './read-ofx-groups.ts'
import { amountStyleOf, readAmount, readOfxDay, type AmountStyle } from './read-values.ts'
import { MOST_FINDINGS, MOST_LINES, type BrokenLine, type StatementLine } from './types.ts'

const REAL = /^(BRL|R\$|)$/i
/** Money that leaves, by its kind alone: some banks write it without a minus. */
const LEAVES = new Set(['DEBIT', 'FEE', 'SRVCHG', 'POS', 'CHECK', 'PAYMENT', 'DIRECTDEBIT', 'REPEATPMT'])

/**
 * Reads the movements of bank accounts out of OFX 1 (SGML) or 2 (XML). A header that is missing, in one line or wrong is
 * passed over; a file that is cut off, or a movement without a day or an amount, refuses the whole, with its lines.
 */
export function readOfx(text: string): Result<StatementLine[], BrokenLine[]> {
  const groups = readOfxGroups(text)
  if (!groups.ok) return groups
  const movements = groups.value.filter(({ name }) => name === 'STMTTRN')
  if (movements.length > MOST_LINES) return err([{ line: movements[MOST_LINES]!.line, reason: 'too_many_lines' }])
  const style = amountStyleOf(movements.map((movement) => textOf(movement, 'TRNAMT')))
  const read = movements.map((movement) => readMovement(movement, style))
  const broken = [...groups.value.flatMap(brokenStatement), ...read.flatMap((one) => (one.ok ? [] : [one.error]))]
  return broken.length > 0 ? err(broken.slice(0, MOST_FINDINGS)) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}

function brokenStatement(group: Group): BrokenLine[] {
  const { name, line } = group
  if (name !== 'STMTRS') return []
  if (!REAL.test(textOf(group, 'CURDEF'))) return [{ line, reason: 'other_currency', field: 'CURDEF' }]
  return accountOf(group) === null ? [{ line, reason: 'wrong_field', field: 'ACCTID' }] : []
}

function readMovement(group: Group, style: AmountStyle | null): Result<StatementLine, BrokenLine> {
  const { line, statement } = group
  const postedOn = readOfxDay(textOf(group, 'DTPOSTED'))
  if (!postedOn) return err({ line, reason: 'wrong_field', field: 'DTPOSTED' })
  const amountCents = style && readAmount(textOf(group, 'TRNAMT'), style)
  if (amountCents === null) return err({ line, reason: 'wrong_field', field: 'TRNAMT' })
  if (!REAL.test(textOf(group, 'CURRENCY.CURSYM'))) return err({ line, reason: 'other_currency', field: 'CURRENCY' })
  const leaves = amountCents > 0n && LEAVES.has(textOf(group, 'TRNTYPE').toUpperCase())
  return ok({
    line, account: (statement && accountOf(statement)) ?? '', postedOn, amountCents: leaves ? -amountCents : amountCents,
    bankReference: told(group, 'FITID'),
    description: plainText(['NAME', 'PAYEE.NAME', 'MEMO'].map((name) => textOf(group, name)).join(' ')),
    reference: told(group, 'REFNUM') ?? told(group, 'CHECKNUM'),
    payerDocument: null,
  })
}

function accountOf(statement: Group): string | null {
  const account = told(statement, 'BANKACCTFROM.ACCTID')
  return account && [told(statement, 'BANKACCTFROM.BANKID'), told(statement, 'BANKACCTFROM.BRANCHID'), account].filter(Boolean).join('/')
}

// Zeros alone are a bank's way of saying nothing.
function told(group: Group, name: string): string | null {
  const text = plainText(textOf(group, name))
  return /^0*$/.test(text) ? null : text
}

function textOf({ fields }: Group, name: string): string {
  return fields.get(name) ?? ''
}
