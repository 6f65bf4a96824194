import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import type { Disclosure } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { lateChargesInWords, payingAheadInWords } from '@repactua/shared/text/plan-terms.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { effectiveMonthlyRate } from '../../core/interest/plans/effective-rate.ts'
import type { OfferOption, Offers } from '../../core/offers/types.ts'
import type { Footing } from './offers.rules.ts'

interface Told {
  offers: Pick<Offers, 'balanceCents' | 'standsUntil'>
  creditor: CreditorCard
  footing: Footing
}

/** Everything that CDC 52 and 54-B ask an offer to tell before it is taken, as one block. */
export function presentDisclosure(option: OfferOption, { offers, creditor, footing }: Told): Disclosure {
  return {
    priceCents: centsNumber(offers.balanceCents),
    totalWithFinancingCents: centsNumber(option.totalCents),
    totalWithoutFinancingCents: centsNumber(option.financedCents),
    effectiveMonthlyRate: effectiveMonthlyRate(option.cetYearly),
    cet: { yearly: option.cetYearly, elements: elementsOf(option) },
    late: { feeBps: option.lateFeeBps, interestMonthlyBps: option.defaultInterestMonthlyBps, text: lateChargesInWords(option) },
    payments: paymentsOf(option),
    creditor: { name: creditor.legalName, cnpj: creditor.cnpj, address: formatAddress(creditor.address), email: creditor.email, phone: formatPhone(creditor.phone) },
    standsUntil: offers.standsUntil,
    payingAhead: payingAheadInWords(option),
    defaultConsequences: consequencesOf(option),
    ...(footing === 'voluntary' ? NOTHING_HAPPENS : {}),
  }
}

// Of what nobody may collect, an installment that is not paid has no consequence.
const NOTHING_HAPPENS: Pick<Disclosure, 'late' | 'defaultConsequences'> = {
  late: { feeBps: 0, interestMonthlyBps: 0, text: 'A parcela que não for paga não tem multa nem juros.' },
  defaultConsequences: 'Nada acontece: o pagamento é voluntário, ninguém cobra por ele, e o que já foi pago continua contando.',
}

// No fee, tax or insurance is ever put on a plan: its interest is all that the CET is made of.
function elementsOf({ interestCents, monthlyRateBps }: OfferOption): Disclosure['cet']['elements'] {
  return interestCents > 0n ? [{ element: 'interest', cents: centsNumber(interestCents), text: `Juros do parcelamento, ${formatBps(monthlyRateBps)} ao mês` }] : []
}

function paymentsOf({ count, kind, installments }: OfferOption): Disclosure['payments'] {
  const [first, last] = [installments[0], installments.at(-1)]
  return { count, periodicity: kind === 'cash' ? 'single' : 'monthly', firstDueOn: first?.dueOn ?? '', lastDueOn: last?.dueOn ?? '' }
}

function consequencesOf({ breakRule: { toleranceDays, missedInstallments, noticeDays, effect } }: OfferOption): string {
  const missed = missedInstallments === 1 ? 'uma parcela passar' : `${missedInstallments} parcelas passarem`
  const left = effect === 'novation' ? 'fica em aberto só o que faltar do valor combinado' : 'a dívida original volta'
  return `O acordo só termina por falta de pagamento se ${missed} de ${toleranceDays} dias de atraso, depois de aviso de ${noticeDays} dias. Se terminar, ${left}, e o que foi pago continua contando.`
}
