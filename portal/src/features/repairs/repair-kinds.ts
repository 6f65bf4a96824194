import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AmendmentKind } from '@repactua/shared/contract/amendments.ts'

/** One change that a person may make: its place in the address, its words, and where the agreement says whether it may be made. */
export interface RepairKind {
  slug: string
  kind: AmendmentKind
  permission: 'moveDueDate' | 'skip' | 'split' | 'reage' | 'payAhead' | 'payOff'
  title: string
  text: string
}

export const REPAIR_KINDS: readonly RepairKind[] = [
  { slug: 'mudar-data', kind: 'move_due_date', permission: 'moveDueDate', title: 'Mudar a data de uma parcela', text: 'Para quando o dinheiro entra um pouco depois.' },
  { slug: 'levar-para-o-fim', kind: 'skip', permission: 'skip', title: 'Levar uma parcela para o fim', text: 'Você fica um mês sem pagar, e ela vem depois da última. Se o acordo tem juros, eles contam até lá.' },
  { slug: 'dividir', kind: 'split', permission: 'split', title: 'Dividir uma parcela', text: 'Paga uma parte na data e o resto nos meses seguintes.' },
  { slug: 'por-em-dia', kind: 'reage', permission: 'reage', title: 'Pôr o acordo em dia', text: 'O que está atrasado passa para as parcelas que faltam, ou para o fim.' },
  { slug: 'adiantar', kind: 'pay_ahead', permission: 'payAhead', title: 'Adiantar parcelas', text: 'Se o acordo tem juros, eles diminuem.' },
  { slug: 'pagar-tudo', kind: 'pay_off', permission: 'payOff', title: 'Pagar tudo hoje', text: 'O acordo acaba, e a carta de quitação sai na hora.' },
]

/** The change that an address names, or undefined. */
export function repairOf(slug: string | undefined): RepairKind | undefined {
  return REPAIR_KINDS.find((one) => one.slug === slug)
}

/** How often a repair may be made still, or nothing where it is a right. */
export function timesLeft(agreement: Agreement, { permission }: RepairKind): number | null {
  const allowed = agreement.can[permission]
  return 'timesLeft' in allowed ? allowed.timesLeft : null
}
