import type { BalanceComponent } from '@repactua/shared/contract/debts.ts'
import type { Address } from '@repactua/shared/contract/creditors.ts'

export const COMPONENT_WORDS: Record<BalanceComponent['kind'], string> = {
  principal: 'Valor original',
  late_fine: 'Multa por atraso',
  default_interest: 'Juros por atraso',
  payments: 'Já pago',
}

export const DISCOUNT_WORDS: Record<BalanceComponent['kind'], string> = {
  principal: 'Desconto no valor original',
  late_fine: 'Desconto na multa',
  default_interest: 'Desconto nos juros',
  payments: 'Desconto',
}

/** "em 12 parcelas", or "à vista". */
export function times(count: number): string {
  return count === 1 ? 'à vista' : `em ${count} parcelas`
}

/** An address on one line: "Rua de Exemplo, 100, Centro, São Paulo, SP, CEP 01001-000". */
export function addressLine({ street, number, complement, district, city, state, postalCode }: Address): string {
  const parts = [street, number, complement, district, city, state, `CEP ${postalCode.slice(0, 5)}-${postalCode.slice(5)}`]
  return parts.filter((part) => part !== undefined).join(', ')
}
