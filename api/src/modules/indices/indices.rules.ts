import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { formatPercent, parsePercent } from '../../core/interest/percent.ts'
import { currentRule } from '../../core/legal/legal-rules.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { IndexMonthRecord } from './indices.repository.ts'

/** A month as it was sent; `pointer` says where. */
export interface SentMonth {
  month: string
  percent: string
  pointer: string
}

/** What a sent month's rate is. Refuses what is no percentage, a month to come, and legal interest below zero or before its law. */
export function readMonth(code: IndexCode, { month, percent, pointer }: SentMonth, today: LocalDate): Result<bigint, FieldError> {
  const rate = parsePercent(percent)
  if (rate === null) return err({ pointer, code: 'wrong_format', message: 'Informe por cento, com até seis casas decimais e ponto: 0.676227.' })
  if (month > today.slice(0, 7)) return err({ pointer, code: 'date_in_future', message: 'Este mês ainda não chegou.' })
  if (code !== 'legal_interest') return ok(rate)
  if (month < currentRule('legal-interest').validFrom.slice(0, 7)) return err({ pointer, code: 'too_early', message: 'A taxa legal começa em agosto de 2024 (Lei 14.905/2024).' })
  return rate < 0n ? err({ pointer, code: 'too_small', message: 'A taxa legal nunca é menor que zero (Código Civil, art. 406, §3º).' }) : ok(rate)
}

/** What a table's new months are, and which of them stood there with another rate. */
export function compareMonths(known: readonly IndexMonthRecord[], sent: ReadonlyMap<string, bigint>) {
  const before = new Map(known.map(({ month, rate }) => [month, rate]))
  const changed = [...sent].filter(([month, rate]) => before.get(month) !== rate).map(([month, rate]) => {
    const old = before.get(month)
    return { month, rate, data: { month, percent: formatPercent(rate), ...(old === undefined ? {} : { before: formatPercent(old) }) } }
  })
  return { changed, created: changed.filter(({ month }) => !before.has(month)).length }
}

/** The months that lack between the first and the last one of a table. */
export function holesIn(months: readonly string[]): string[] {
  const known = new Set(months)
  const [first, last] = [months[0], months.at(-1)]
  const holes: string[] = []
  if (first === undefined || last === undefined) return holes
  for (let month = first; month < last; month = addMonths(`${month}-01`, 1).slice(0, 7)) if (!known.has(month)) holes.push(month)
  return holes
}
