import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { formatCet } from '../../lib/printed-figures.ts'

/** The interest of an option in a few words: "Sem juros", "Juros de 1,99% ao mês (CET 26,68% ao ano)". */
export function interestInWords(option: Pick<OfferOption, 'interestCents' | 'monthlyRateBps' | 'cetYearly'>): string {
  if (option.interestCents === 0) return 'Sem juros'
  return `Juros de ${formatBps(option.monthlyRateBps)} ao mês (CET ${formatCet(option.cetYearly)})`
}

/** The day on which the first payment is due. */
export function firstDueOn(option: Pick<OfferOption, 'installments'>): string {
  return option.installments[0]?.dueOn ?? ''
}

/** The day on which the last payment is due. */
export function lastDueOn(option: Pick<OfferOption, 'installments'>): string {
  return option.installments.at(-1)?.dueOn ?? ''
}
