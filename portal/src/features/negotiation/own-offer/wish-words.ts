import { formatBrl } from '@repactua/shared/money/format-brl.ts'

interface Payments {
  monthlyCents: number | null
  downPaymentCents: number | null
}

/** What was offered, in a line: "R$ 50,00 por mês, com R$ 200,00 de entrada". */
export function wishInWords({ monthlyCents, downPaymentCents }: Payments): string {
  if (!monthlyCents) return downPaymentCents ? `${formatBrl(downPaymentCents)} de uma vez` : ''
  return downPaymentCents ? `${formatBrl(monthlyCents)} por mês, com ${formatBrl(downPaymentCents)} de entrada` : `${formatBrl(monthlyCents)} por mês`
}

/** The same of what would be taken, with its length: "R$ 50,00 por mês, em 18 vezes". */
export function worksInWords(works: { monthlyCents: number; downPaymentCents: number; count: number }): string {
  return works.count > 1 ? `${wishInWords(works)}, em ${works.count} vezes` : wishInWords(works)
}
