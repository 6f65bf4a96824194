import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Balance } from '../interest/types.ts'
import { optionLaw } from '../legal/check-option.ts'
import { ok } from '../result.ts'
import { combineTerms } from './terms/combine-terms.ts'
import { lawScope } from './terms/law-scope.ts'
import { matchDebts, weighDebts } from './match/match-debts.ts'
import { offerCash } from './price/offer-cash.ts'
import type { CashOffer, OfferDebt, OfferOption, OfferRequest } from './types.ts'

const BPS = 10_000n

/** `balance` spares a second computation where the caller has it already. */
export interface CashOfferRequest extends Pick<OfferRequest, 'today' | 'regime' | 'legalRate' | 'policy' | 'person'> {
  debt: OfferDebt
  balance?: Balance
}

/** Today's cash offer for one debt, as `buildOffers` would give it, without pricing the plans; null where there is none. */
export function bestCashOffer(request: CashOfferRequest): CashOffer | null {
  const { today, regime, policy, person, debt } = request
  const weighed = request.balance ? ok([{ debt, balance: request.balance }]) : weighDebts({ debts: [debt], regime, today, policy })
  const [matched] = (weighed.ok && matchDebts(weighed.value, request)) || []
  if (!matched) return null
  const terms = combineTerms([matched.rule.grant], lawScope(request))
  const balanceCents = matched.balance.totalCents
  const [option] = offerCash({ request: { today, regime, policy, person, debts: [debt] }, debts: [matched], balanceCents, terms, dates: [], years: [], law: optionLaw(lawScope(request)), sharedChecks: [] })
  return option ? summarise(option, balanceCents, addDays(today, terms.validityDays)) : null
}

function summarise({ totalCents, discountCents, installments, parts }: OfferOption, balanceCents: bigint, standsUntil: LocalDate): CashOffer | null {
  const [payment] = installments
  if (!payment) return null
  return { totalCents, discountCents, discountBps: Number((discountCents * BPS) / balanceCents), dueOn: payment.dueOn, standsUntil, campaign: parts[0]?.campaign ?? null }
}
