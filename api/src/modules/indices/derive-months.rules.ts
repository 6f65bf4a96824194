import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { legalRate } from '../../core/interest/indices/legal-rate.ts'
import { formatPercent } from '../../core/interest/percent.ts'
import { currentRule } from '../../core/legal/legal-rules.ts'
import type { IndexMonthRecord } from './indices.repository.ts'
import { compareMonths } from './indices.rules.ts'

export type RateTable = ReadonlyMap<string, bigint>

interface Tables {
  selic: RateTable
  ipca15: RateTable
  known: readonly IndexMonthRecord[]
}

/** The legal rates that follow from the factors of these months, less those that are there; and where they contradict a published one. */
export function deriveMonths(months: readonly string[], { selic, ipca15, known }: Tables) {
  const published = new Map(known.filter(({ derived }) => !derived).map(({ month, rate }) => [month, rate]))
  const rates = new Map<string, bigint>()
  const errors: FieldError[] = []
  for (const before of months) {
    const [selicRate, pricesRate] = [selic.get(before), ipca15.get(before)]
    const month = addMonths(`${before}-01`, 1).slice(0, 7)
    if (selicRate === undefined || pricesRate === undefined || month < FIRST_MONTH) continue
    const rate = legalRate(selicRate, pricesRate)
    const official = published.get(month)
    if (official === undefined) rates.set(month, rate)
    else if (official !== rate) errors.push(contradiction(month, rate, official))
  }
  const { changed } = compareMonths(known, rates)
  return { changed: changed.map((change) => ({ ...change, data: { ...change.data, derived: true } })), errors }
}

const FIRST_MONTH = currentRule('legal-interest').validFrom.slice(0, 7)

function contradiction(month: string, rate: bigint, official: bigint): FieldError {
  const message = `Destes fatores sai a taxa legal de ${formatPercent(rate)} por cento em ${month}, e a tabela publicada diz ${formatPercent(official)}. Confira o mês de cada fator.`
  return { pointer: `/${month}`, code: 'contradicts_legal_interest', message }
}
