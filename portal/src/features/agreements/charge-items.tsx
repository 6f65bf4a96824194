import type { ChargeItem } from '@repactua/shared/contract/charge-items.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { AmountParts } from '../../ui/amount-parts.tsx'

const ITEM_WORDS: Record<ChargeItem['kind'], string> = {
  installment: 'Parcela',
  late_fine: 'Multa por atraso, uma vez',
  default_interest: 'Juros por atraso, pelos dias',
  early_payment: 'Desconto por pagar antes',
}

const SHORT_WORDS: Record<ChargeItem['kind'], string> = { installment: 'parcela', late_fine: 'multa', default_interest: 'juros', early_payment: 'desconto' }

/** "R$ 5,88 de multa". */
export function itemInWords({ kind, cents }: ChargeItem): string {
  return `${formatBrl(cents)} de ${SHORT_WORDS[kind]}`
}

/** What an amount to pay is made of. Nothing where it is the bare installment. */
export function ChargeItems({ items }: { items: readonly ChargeItem[] }) {
  if (items.length < 2) return null
  return <AmountParts parts={items.map(({ kind, cents, formula }) => ({ words: ITEM_WORDS[kind], cents, formula }))} />
}
