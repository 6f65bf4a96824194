import type { MissingIndex, MonthRate } from './index-rates.ts'
import { INDEX_NAMES } from '../ledger.ts'

/** "08/2024 a 09/2024", or one month alone; what is projected says so: "08/2024 a 10/2024, estimado desde 10/2024". */
export function monthsInWords(months: readonly MonthRate[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)].map((month) => (month ? monthInWords(month.month) : ''))
  const guessed = months.find(({ projected }) => projected)
  return (first === last ? first : `${first} a ${last}`) + (guessed ? `, estimado desde ${monthInWords(guessed.month)}` : '')
}

/** Which month of which index lacks, for whoever waits for a balance. */
export function missingInWords({ index, month }: MissingIndex): string {
  return `Ainda falta o índice ${INDEX_NAMES[index]} de ${monthInWords(month)} para calcular o valor de hoje.`
}

function monthInWords(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
