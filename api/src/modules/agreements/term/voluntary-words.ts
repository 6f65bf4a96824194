import { VOLUNTARY_CONSENT, VOLUNTARY_WARNING } from '@repactua/shared/text/voluntary-payment.ts'

/** The clause of a voluntary payment: the warning that was shown, and the exact words of the consent. */
export const VOLUNTARY_CLAUSE = [
  'Este pagamento é voluntário',
  ...VOLUNTARY_WARNING,
  `Consentimento de quem paga, dado em um passo separado: "${VOLUNTARY_CONSENT}."`,
  'Este acordo não é renúncia à prescrição, não interrompe prazo nenhum e não cria outra dívida (Código Civil, arts. 191, 202 e 361).',
] as const

/** What happens to an installment of a voluntary payment that is not paid: nothing. */
export const VOLUNTARY_LATENESS = [
  'Se uma parcela não for paga',
  'A parcela que não for paga não tem multa nem juros, e ninguém cobra por ela. O acordo pode apenas terminar.',
  'O que já foi pago continua contando para a dívida, cujo prazo continua terminado.',
] as const

/** What a person has a right to who pays of their own will, in place of what concerns listings. */
export const VOLUNTARY_DISCHARGE = 'Quando a última parcela for paga, a carta de quitação fica pronta na mesma hora para você baixar.'
