import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { modulo10, modulo11 } from './check-digits.ts'
import { dueFactor } from './due-factor.ts'

const REAL = '9'
const AMOUNT_DIGITS = 10

export interface Slip {
  bankCode: string
  dueOn: LocalDate
  amountCents: bigint
  /** 25 digits of the bank's own. */
  freeField: string
}

/** The 44 digits of a slip's barcode (BCB, Carta Circular 2.926/2000): the fifth is a check digit over the others. */
export function barcodeOf({ bankCode, dueOn, amountCents, freeField }: Slip): string {
  const start = bankCode + REAL
  const end = dueFactor(dueOn) + String(amountCents).padStart(AMOUNT_DIGITS, '0') + freeField
  invariant((start + end).length === 43 && /^\d+$/.test(start + end), 'a barcode has 44 digits')
  return `${start}${modulo11(start + end)}${end}`
}

/** The 47 digits that people type, of a barcode: three fields with a check digit each, the barcode's own, due date and amount. */
export function lineOf(barcode: string): string {
  const [free, head] = [barcode.slice(19), barcode.slice(0, 4)]
  const fields = [head + free.slice(0, 5), free.slice(5, 15), free.slice(15)]
  return fields.map((field) => `${field}${modulo10(field)}`).join('') + barcode.slice(4, 19)
}

/** The barcode behind a typed line, dots and blanks aside; null where a length or a check digit is wrong. */
export function readLine(line: string): string | null {
  const digits = line.replace(/[.\s]/g, '')
  if (!/^\d{47}$/.test(digits)) return null
  const barcode = digits.slice(0, 4) + digits.slice(32) + digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31)
  const isRight = lineOf(barcode) === digits && String(modulo11(barcode.slice(0, 4) + barcode.slice(5))) === barcode[4]
  return isRight ? barcode : null
}

/** "34191.10121 34567.880058 71234.570001 6 16670000012345". */
export function formatLine(line: string): string {
  return line.replace(/^(\d{5})(\d{5})(\d{5})(\d{6})(\d{5})(\d{6})(\d)(\d{14})$/, '$1.$2 $3.$4 $5.$6 $7 $8')
}
