import type { BalanceComponent } from '@repactua/shared/contract/debts.ts'
import type { AMORTIZATIONS, BreakRule, DELISTING_MOMENTS } from '@repactua/shared/contract/policies.ts'

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

/** What a break leaves to be paid, as the policy chose it; a debt whose contract has an order of payments of its own keeps it. */
export function breakWords(effect: NonNullable<BreakRule['effect']>, hasOwnOrder: boolean): readonly string[] {
  const words = BREAK_WORDS[effect]
  return hasOwnOrder ? words.map((line) => line.replace(LAWS_ORDER, OWN_ORDER)) : words
}

const LAWS_ORDER = 'primeiro nos juros, depois na multa e no valor original (Código Civil, art. 354)'
const OWN_ORDER = `na ordem escrita em cada dívida ou, onde não há, ${LAWS_ORDER}`

const BREAK_WORDS: Record<NonNullable<BreakRule['effect']>, readonly string[]> = {
  original_debt: [
    `Se o acordo terminar, a dívida original volta, e tudo o que foi pago continua contando, ${LAWS_ORDER}.`,
    'Este acordo confirma a dívida que já existe e não cria outra em seu lugar (não há novação, Código Civil, art. 361).',
  ],
  novation: [
    'Se o acordo terminar, a dívida original não volta: continua devido apenas o que faltar do valor combinado aqui, e tudo o que foi pago continua contando.',
    'Este acordo cria uma dívida nova no lugar da que já existia (novação, Código Civil, art. 360).',
  ],
}

/** When the discharge is ready and when the name leaves lists of debtors, as the policy promises it. */
export function dischargeWords(delistOn: (typeof DELISTING_MOMENTS)[number]): readonly string[] {
  return DISCHARGE_WORDS[delistOn]
}

const DISCHARGE_WORDS: Record<(typeof DELISTING_MOMENTS)[number], readonly string[]> = {
  settlement: ['Quando a última parcela for paga, a carta de quitação fica pronta na mesma hora para você baixar, e o credor retira seu nome de cadastros de inadimplentes em até 5 dias úteis.'],
  first_installment: [
    'Quando a primeira parcela for paga, o credor retira seu nome de cadastros de inadimplentes, por causa destas dívidas, em até 5 dias úteis.',
    'Quando a última parcela for paga, a carta de quitação fica pronta na mesma hora para você baixar.',
  ],
}

/** How a rate is repaid. */
export const AMORTIZATION_WORDS: Record<(typeof AMORTIZATIONS)[number], string> = {
  price: 'tabela Price, parcelas iguais',
  sac: 'SAC, parcelas que diminuem',
  simple: 'juros simples, parcelas iguais',
}

/** "em 12 parcelas", or "à vista". */
export function times(count: number): string {
  return count === 1 ? 'à vista' : `em ${count} parcelas`
}
