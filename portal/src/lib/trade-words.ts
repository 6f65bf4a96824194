import type { AGREEMENT_STATUSES } from '@repactua/shared/contract/agreements.ts'
import type { PRODUCTS } from '@repactua/shared/contract/debts.ts'

/** What a debt comes from, where the creditor gave no description. */
const PRODUCT_WORDS: Record<(typeof PRODUCTS)[number], string> = {
  bank_credit: 'Empréstimo',
  card_revolving: 'Cartão de crédito',
  school: 'Mensalidade escolar',
  telecom: 'Telefone ou internet',
  energy: 'Conta de luz',
  water: 'Conta de água',
  condominium: 'Condomínio',
  service: 'Serviço',
  retail: 'Compra na loja',
  rent: 'Aluguel',
  lodging: 'Hospedagem',
  cheque: 'Cheque',
  promissory_note: 'Nota promissória',
  other: 'Dívida',
}

export const AGREEMENT_WORDS: Record<(typeof AGREEMENT_STATUSES)[number], string> = {
  awaiting_signature: 'Falta assinar',
  awaiting_first_payment: 'Assinado, esperando a primeira parcela',
  active: 'Em andamento',
  settled: 'Quitado',
  broken: 'Encerrado por atraso',
  cancelled: 'Cancelado',
  withdrawn: 'Desfeito',
  expired: 'Prazo para assinar terminou',
}

/** What the debt is, in the creditor's words or ours. */
export function debtName({ description, product }: { description: string | null; product: string }): string {
  return description ?? (product in PRODUCT_WORDS ? PRODUCT_WORDS[product as keyof typeof PRODUCT_WORDS] : PRODUCT_WORDS.other)
}
