import { FACTOR_CODES, type TableCode } from '@repactua/shared/contract/indices.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { currentRule } from '../../core/legal/legal-rules.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { IndexMonthRecord } from './indices.repository.ts'
import { readRate, showRate } from './rate.rules.ts'

/** A month as it was sent; `pointer` says where. */
export interface SentMonth {
  month: string
  percent: string
  pointer: string
}

/** What a sent month's rate is. Refuses what is no rate, a month to come or, of a factor, not over, and legal interest below zero or before its law. */
export function readMonth(code: TableCode, { month, percent, pointer }: SentMonth, today: LocalDate): Result<bigint, FieldError> {
  const read = readRate(code, percent, pointer)
  if (!read.ok) return read
  const rate = read.value
  if (month > today.slice(0, 7)) return err({ pointer, code: 'date_in_future', message: 'Este mês ainda não chegou.' })
  if (code === 'selic_factor' && month === today.slice(0, 7)) return err({ pointer, code: 'date_in_future', message: 'O fator da Selic sai quando o mês termina.' })
  if (code !== 'legal_interest') return ok(rate)
  if (month < currentRule('legal-interest').validFrom.slice(0, 7)) return err({ pointer, code: 'too_early', message: 'A taxa legal começa em agosto de 2024 (Lei 14.905/2024).' })
  return rate < 0n ? err({ pointer, code: 'too_small', message: 'A taxa legal nunca é menor que zero (Código Civil, art. 406, §3º).' }) : ok(rate)
}

/** The months of a file that stand there twice, or before the one above them: somebody mixed files up. */
export function checkOrder(months: readonly SentMonth[]): FieldError[] {
  const seen = new Set<string>()
  return months.flatMap(({ month, pointer }, i) => {
    const isRepeated = seen.has(month)
    seen.add(month)
    if (isRepeated) return [{ pointer, code: 'repeated', message: `O mês ${month} já está no arquivo.` }]
    const above = months[i - 1]?.month ?? ''
    return month < above ? [{ pointer, code: 'out_of_order', message: `O mês ${month} vem depois de ${above} no arquivo. Deixe os meses em ordem, um por linha.` }] : []
  })
}

/** Whether a table is one of the two that legal interest is computed from. */
export function isFactor(code: TableCode): boolean {
  return FACTOR_CODES.some((factor) => factor === code)
}

/** What a table's new months are, and which of them stood there with another rate. */
export function compareMonths(known: readonly IndexMonthRecord[], sent: ReadonlyMap<string, bigint>, code: TableCode = 'legal_interest') {
  const before = new Map(known.map(({ month, rate }) => [month, rate]))
  const changed = [...sent].filter(([month, rate]) => before.get(month) !== rate).map(([month, rate]) => {
    const old = before.get(month)
    return { month, rate, data: { month, percent: showRate(code, rate), ...(old === undefined ? {} : { before: showRate(code, old) }) } }
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
