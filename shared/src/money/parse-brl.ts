import { MAX_CENTS, type Cents } from './cents.ts'

const WITH_THOUSANDS = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/
const PLAIN = /^\d+(,\d{1,2})?$/

/** Reads what a person types ("R$ 1.083,23", "90", "90,5") as cents; null where it is not an amount of money. */
export function parseBrl(text: string): Cents | null {
  const typed = text.trim().replace(/^R\$\s*/i, '')
  if (!WITH_THOUSANDS.test(typed) && !PLAIN.test(typed)) return null
  const [reais = '', fraction = ''] = typed.replaceAll('.', '').split(',')
  const cents = Number(reais + fraction.padEnd(2, '0'))
  return cents <= MAX_CENTS ? cents : null
}
