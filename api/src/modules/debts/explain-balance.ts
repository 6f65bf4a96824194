import type { Explanation } from '@repactua/shared/contract/debts.ts'
import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { Balance, BalanceComponent } from '../../core/interest/balance.ts'
import type { DayCount } from '../../core/interest/types.ts'
import type { Product } from '../../core/legal/types.ts'
import { divideHalfUp } from '../../core/money/divide.ts'
import type { DebtRecord } from './debts.repository.ts'

const DAYS_OF_A_MONTH = 30

/** Whose debt it is that is told, and what a day is of a month in its contract. */
type Told = Pick<DebtRecord, 'product' | 'dayCount'>

/** Each component of a balance in a plain sentence, for the person who owes: what it is, its rate and its time. */
export function explainBalance({ components }: Pick<Balance, 'components'>, debt: Told): Explanation[] {
  return components.map((component) => ({ kind: component.kind, cents: centsNumber(component.cents), text: sentence(component, debt) + limitInWords(component) }))
}

// What the law cut says so: otherwise rate and time would come to another figure.
function limitInWords({ kind, limited }: BalanceComponent): string {
  if (!limited) return ''
  return kind === 'correction' ? ', sem ficar abaixo do valor original' : ', até o limite da lei: juros e encargos de cartão não passam do valor original'
}

function sentence(component: BalanceComponent, { product, dayCount }: Told): string {
  const { kind, cents, rateBps = 0 } = component
  if (kind === 'principal') return `Valor original ${OF_WHAT[product]}: ${formatBrl(cents)}`
  if (kind === 'late_fine') return `Multa por atraso, ${formatBps(rateBps)} uma vez`
  if (kind === 'correction') return `Correção monetária ${BY_INDEX[component.index ?? 'ipca']}, ${showRate(component)} no período${estimated(component)}`
  if (kind === 'contract_interest') return contractInterestInWords(component, dayCount)
  if (kind === 'collection_fees') return `Despesas de cobrança previstas no contrato, ${formatBps(rateBps)} uma vez`
  if (kind === 'default_interest') return interestInWords(component, dayCount)
  return 'Você já pagou'
}

function interestInWords(component: BalanceComponent, dayCount: DayCount): string {
  const { rateBps = 0, days = 0, rule } = component
  if (rule === 'legal-interest') return `Juros pela taxa legal do Banco Central, ${showRate(component)} por ${counted(days, 'dia', 'dias')}${estimated(component)}`
  if (rule === 'legal-interest-selic') return `Juros pela Selic, até 29 de agosto de 2024, ${showRate(component)} por ${counted(days, 'dia', 'dias')}`
  const compound = rule === 'compounding' ? ' compostos' : ''
  return `Juros${compound}, ${formatBps(rateBps)} ao mês por ${timeInWords(days, dayCount)}`
}

function contractInterestInWords({ rule, rateBps = 0, days = 0 }: BalanceComponent, dayCount: DayCount): string {
  const compound = rule === 'compounding' ? ' compostos' : ''
  const when = rule === 'contract-interest-late' ? 'depois do vencimento' : 'combinados até o vencimento'
  return `Juros${compound} do contrato, ${when}, ${formatBps(rateBps)} ao mês por ${timeInWords(days, dayCount)}`
}

// An index that is not out yet: what will be paid may come to a little more or less.
function estimated({ projected }: BalanceComponent): string {
  return projected ? ' (estimativa, porque o índice oficial ainda não saiu)' : ''
}

// Two decimals are enough to read; six stand in the component.
function showRate({ rate = 0n }: BalanceComponent): string {
  return formatBps(Number(divideHalfUp(rate, 10_000n)))
}

const BY_INDEX: Record<IndexCode, string> = { ipca: 'pelo IPCA', inpc: 'pelo INPC', igpm: 'pelo IGP-M', selic: 'pela Selic', legal_interest: 'pela taxa legal' }

const OF_WHAT: Record<Product, string> = {
  bank_credit: 'do contrato',
  card_revolving: 'da fatura',
  school: 'da mensalidade',
  telecom: 'da conta',
  energy: 'da conta',
  water: 'da conta',
  condominium: 'da cota do condomínio',
  service: 'do serviço',
  retail: 'da compra',
  rent: 'do aluguel',
  lodging: 'da hospedagem',
  cheque: 'do cheque',
  promissory_note: 'da nota promissória',
  other: 'da dívida',
}

// Months of thirty days, as the interest counts them; where a contract counts by the year of 365 no month is of thirty.
function timeInWords(days: number, dayCount: DayCount): string {
  if (dayCount === 'year_365') return `${counted(days, 'dia', 'dias')}, em ano de 365 dias`
  const months = Math.floor(days / DAYS_OF_A_MONTH)
  const rest = days % DAYS_OF_A_MONTH
  const parts = [months > 0 && counted(months, 'mês', 'meses'), (rest > 0 || months === 0) && counted(rest, 'dia', 'dias')]
  return parts.filter(Boolean).join(' e ')
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
