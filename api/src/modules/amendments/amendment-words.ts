import type { AmendmentKind, AmendmentLine } from '@repactua/shared/contract/amendments.ts'

/** The title of each kind's text. */
export const KIND_WORDS: Record<AmendmentKind, string> = {
  move_due_date: 'Mudança de vencimento',
  skip: 'Parcela levada para o fim',
  split: 'Divisão de parcela',
  reage: 'Acordo posto em dia',
  pay_ahead: 'Parcelas adiantadas',
  pay_off: 'Pagamento de tudo',
}

export const LINE_WORDS: Record<AmendmentLine['kind'], string> = {
  contract_interest: 'Juros do acordo pelos dias a mais',
  late_fine: 'Multa por atraso',
  default_interest: 'Juros por atraso',
  early_payment: 'Redução por pagar antes',
}
