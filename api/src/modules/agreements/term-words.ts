import type { BalanceComponent } from '@repactua/shared/contract/debts.ts'

export const COMPONENT_WORDS: Record<BalanceComponent['kind'], string> = {
  principal: 'Valor original',
  contract_interest: 'Juros do contrato',
  correction: 'Correção monetária',
  late_fine: 'Multa por atraso',
  default_interest: 'Juros por atraso',
  collection_fees: 'Despesas de cobrança',
  payments: 'Já pago',
}

export const DISCOUNT_WORDS: Record<BalanceComponent['kind'], string> = {
  principal: 'Desconto no valor original',
  contract_interest: 'Desconto nos juros do contrato',
  correction: 'Desconto na correção',
  late_fine: 'Desconto na multa',
  default_interest: 'Desconto nos juros por atraso',
  collection_fees: 'Desconto nas despesas de cobrança',
  payments: 'Desconto',
}

/** "em 12 parcelas", or "à vista". */
export function times(count: number): string {
  return count === 1 ? 'à vista' : `em ${count} parcelas`
}
