import type { OptionOutlook } from '@repactua/shared/contract/affordability.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'

/** Whether a plan leaves enough of the month. */
export function fitsMonth({ belowMinimum, belowEssentials }: OptionOutlook): boolean {
  return !belowMinimum && !belowEssentials
}

/** What a plan leaves, in a few words: "Sobram R$ 640,00 por mês", "Faltariam R$ 60,00 para o básico". */
export function outlookInWords(outlook: OptionOutlook, kind: OfferOption['kind']): string {
  if (fitsMonth(outlook)) return `Sobram ${formatBrl(outlook.spareCents)} ${kind === 'cash' ? 'no mês do pagamento' : 'por mês'}`
  return `Faltariam ${formatBrl(outlook.missingCents)} para o básico${kind === 'cash' ? ' no mês do pagamento' : ''}`
}

/** "dezembro de 2026", of '2026-12'. */
export function monthInWords(month: string): string {
  return formatDay(`${month}-02`, { year: true }).replace(/^2 de /, '')
}
