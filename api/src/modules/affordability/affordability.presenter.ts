import type { Affordability as Shown, OptionOutlook as ShownOutlook } from '@repactua/shared/contract/affordability.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { Affordability, Minimum, OptionOutlook } from '../../core/affordability/types.ts'

const HELP: Shown['help'] = [
  { name: 'Procon', what: 'O da sua cidade ou do seu estado orienta de graça e chama todos os credores para uma repactuação.', url: null },
  { name: 'Defensoria Pública', what: 'A do seu estado orienta e defende de graça quem não pode pagar advogado.', url: null },
  { name: 'consumidor.gov.br', what: 'Serviço público para falar com a empresa pela internet.', url: 'https://www.consumidor.gov.br' },
]

export function presentAffordability({ minimum, outlooks, lookFirst, anyFits }: Affordability): Shown {
  return { minimum: presentMinimum(minimum), options: outlooks.map(presentOutlook), lookFirst, anyFits, help: HELP }
}

function presentMinimum({ totalCents, baseCents, perDependantCents, source }: Minimum): Shown['minimum'] {
  const [base, each] = [formatBrl(baseCents), formatBrl(perDependantCents)]
  return {
    totalCents: centsNumber(totalCents), baseCents: centsNumber(baseCents), perDependantCents: centsNumber(perDependantCents), source,
    note: `A lei fala em ${base} por mês para viver (${source}) e não conta dependentes. Somar ${each} por dependente é uma regra nossa, por cuidado.`,
  }
}

function presentOutlook({ paymentCents, leftCents, spareCents, missingCents, ...outlook }: OptionOutlook): ShownOutlook {
  return { ...outlook, paymentCents: centsNumber(paymentCents), leftCents: centsNumber(leftCents), spareCents: centsNumber(spareCents), missingCents: centsNumber(missingCents) }
}
