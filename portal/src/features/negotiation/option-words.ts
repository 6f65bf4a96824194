import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'

/** The interest of an option in a few words: "sem juros", "com juros de 1,99% ao mês". */
export function interestInWords(option: Pick<OfferOption, 'interestCents' | 'monthlyRateBps'>): string {
  return option.interestCents === 0 ? 'sem juros' : `com juros de ${formatBps(option.monthlyRateBps)} ao mês`
}

/** What the figure beside an option is: of each month or, where installments fall, of the first. */
export function figureInWords({ amortization }: Pick<OfferOption, 'amortization'>): string {
  return amortization === 'sac' ? 'na primeira parcela' : 'por mês'
}

/** A line for each campaign that an option belongs to: that its budget is limited, and what happens then. No countdown. */
function campaignsInWords({ campaigns = [] }: Pick<OfferOption, 'campaigns'>): string[] {
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

/** The lines on campaigns and benefits that every option would repeat, to be said once for all. */
export function sharedLines(options: readonly OfferOption[]): string[] {
  const [first, ...others] = options
  if (!first || others.length === 0) return []
  return linesOf(first).filter((line) => others.every((option) => linesOf(option).includes(line)))
}

/** The lines on campaigns and benefits of one option. */
export function linesOf(option: Pick<OfferOption, 'campaigns' | 'benefits'>): string[] {
  return [...benefitsInWords(option), ...campaignsInWords(option)]
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
