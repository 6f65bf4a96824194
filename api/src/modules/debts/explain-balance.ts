import type { Explanation } from '@repactua/shared/contract/debts.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'
import type { Balance, BalanceComponent } from '../../core/interest/balance.ts'
import type { Product } from '../../core/legal/types.ts'

const DAYS_OF_A_MONTH = 30

/** Each component of a balance in a plain sentence, for the person who owes: what it is, its rate and its time. */
export function explainBalance({ components }: Pick<Balance, 'components'>, product: Product): Explanation[] {
  return components.map((component) => ({ kind: component.kind, cents: Number(component.cents), text: sentence(component, product) }))
}

function sentence({ kind, cents, rateBps = 0, days = 0 }: BalanceComponent, product: Product): string {
  if (kind === 'principal') return `Valor original ${OF_WHAT[product]}: ${formatBrl(Number(cents))}`
  if (kind === 'late_fine') return `Multa por atraso, ${formatBps(rateBps)} uma vez`
  if (kind === 'default_interest') return `Juros, ${formatBps(rateBps)} ao mês por ${timeInWords(days)}`
  return 'Você já pagou'
}

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
  other: 'da dívida',
}

// Months of thirty days, as the interest counts them.
function timeInWords(days: number): string {
  const months = Math.floor(days / DAYS_OF_A_MONTH)
  const rest = days % DAYS_OF_A_MONTH
  const parts = [months > 0 && counted(months, 'mês', 'meses'), (rest > 0 || months === 0) && counted(rest, 'dia', 'dias')]
  return parts.filter(Boolean).join(' e ')
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
