import type { OfferOption } from '../contract/offers.ts'
import { formatBps } from '../money/format-brl.ts'

/** The right to pay early, and what it takes off: interest by CDC 52 §2, a discount that was promised for it, or nothing. */
export function payingAheadInWords({ interestCents, downPaymentCents, earlyPayment }: Paid): string {
  const right = 'Você pode pagar antes, no todo ou em parte'
  const discount = earlyPayment ? discountInWords(earlyPayment, downPaymentCents > 0) : null
  if (interestCents > 0) return `${right}, com redução proporcional dos juros (CDC, art. 52, §2º).${discount ? ` ${discount} Vale o que reduzir mais.` : ''}`
  return discount ? `${right}. ${discount}` : `${right}. Como não há juros, o valor é o mesmo.`
}

/** What a late installment bears. */
export function lateChargesInWords({ lateFeeBps, defaultInterestMonthlyBps }: Pick<OfferOption, 'lateFeeBps' | 'defaultInterestMonthlyBps'>): string {
  const charges = [lateFeeBps > 0 && `multa de ${formatBps(lateFeeBps)}, uma vez`, defaultInterestMonthlyBps > 0 && `juros de ${formatBps(defaultInterestMonthlyBps)} ao mês, por dia de atraso`].filter((words) => words !== false)
  return charges.length > 0 ? `Uma parcela atrasada tem ${charges.join(', e ')}.` : 'Uma parcela atrasada não tem multa nem juros.'
}

type Early = Pick<NonNullable<OfferOption['earlyPayment']>, 'discountBps' | 'daysBefore'>

/** Of an option, on the wire or in the core. */
interface Paid {
  interestCents: number | bigint
  downPaymentCents: number | bigint
  earlyPayment?: Early | null | undefined
}

function discountInWords({ discountBps, daysBefore }: Early, hasDownPayment: boolean): string {
  const until = daysBefore === 0 ? 'o vencimento' : `${daysBefore} ${daysBefore === 1 ? 'dia' : 'dias'} antes do vencimento`
  return `Cada parcela paga até ${until} tem ${formatBps(discountBps)} de desconto${hasDownPayment ? '; a entrada não' : ''}.`
}
