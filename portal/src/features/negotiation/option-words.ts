import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'

/** The interest of an option in a few words: "sem juros", "com juros de 1,99% ao mês". */
export function interestInWords(option: Pick<OfferOption, 'interestCents' | 'monthlyRateBps'>): string {
  return option.interestCents === 0 ? 'sem juros' : `com juros de ${formatBps(option.monthlyRateBps)} ao mês`
}

/** A line for each campaign that an option belongs to: that its budget is limited, and what happens then. No countdown. */
export function campaignsInWords({ campaigns = [] }: Pick<OfferOption, 'campaigns'>): string[] {
  return campaigns.map(({ name }) => `Da campanha ${name}, que tem verba limitada. Se a verba acabar antes da assinatura, você vê aqui as outras opções.`)
}

/** What paying each installment early comes to; null where nothing is given for it. */
export function earlyPaymentInWords({ earlyPayment }: Pick<OfferOption, 'earlyPayment'>): string | null {
  if (!earlyPayment) return null
  const { daysBefore, totalCents } = earlyPayment
  const when = daysBefore === 0 ? 'em dia' : `${daysBefore} ${daysBefore === 1 ? 'dia' : 'dias'} antes`
  return `Se você pagar cada parcela ${when}, o total fica em ${formatBrl(totalCents)}.`
}

/** What is given to who pays the whole agreement, a line each. */
export function benefitsInWords({ benefits = [] }: Pick<OfferOption, 'benefits'>): string[] {
  return benefits.map(({ text }) => `Ao pagar tudo, você recebe: ${text}.`)
}

/** Names the radio of an option, for what leads the focus to it. */
export function optionFieldId(option: Pick<OfferOption, 'id'> | undefined): string {
  return `option-${option?.id ?? ''}`
}

/** The day on which the first payment is due. */
export function firstDueOn(option: Pick<OfferOption, 'installments'>): string {
  return option.installments[0]?.dueOn ?? ''
}

/** The day on which the last payment is due. */
export function lastDueOn(option: Pick<OfferOption, 'installments'>): string {
  return option.installments.at(-1)?.dueOn ?? ''
}
