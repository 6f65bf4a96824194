import { addDays } from '@repactua/shared/time/local-date.ts'
import type { MissingIndex } from '../interest/indices/index-rates.ts'
import { missingInWords } from '../interest/indices/show-months.ts'
import { yearsAfter } from '../interest/plans/cet.ts'
import { checkSharedTerms, optionLaw } from '../legal/check-option.ts'
import { brl } from '../money/show.ts'
import { err, ok, type Result } from '../result.ts'
import type { Sheet } from './price/assemble-option.ts'
import { chooseDates, type Dates } from './terms/choose-dates.ts'
import { combineTerms, type CommonTerms } from './terms/combine-terms.ts'
import { dropWorse } from './price/drop-worse.ts'
import { lawScope } from './terms/law-scope.ts'
import { matchDebts, weighDebts, type MatchedDebt, type WeighedDebt } from './match/match-debts.ts'
import { offerCash } from './price/offer-cash.ts'
import { layStretches, type Stretch } from './price/lay-stretches.ts'
import { offerInstallments } from './price/offer-installments.ts'
import { offerProposal } from './price/offer-proposal.ts'
import type { OfferOption, OfferRefusal, OfferRequest, Offers, UnavailableCount } from './types.ts'

export type { OfferDebt, OfferOption, OfferPolicy, OfferRefusal, OfferRequest, Offers, PersonTraits } from './types.ts'

/**
 * Every way to pay these debts together today that the creditor's policy and the law allow, cheapest first. It refuses
 * what cannot be offered: no rule fits, nothing is owed, a date or a down payment outside what the policy gives.
 */
export function buildOffers(request: OfferRequest): Result<Offers, OfferRefusal> {
  const ground = survey(request)
  if (!ground.ok) return ground
  const { sheet, stretches, weighed, dates: { dueDay, dueDays } } = ground.value
  const { options, unavailable } = priceOptions(sheet, stretches)
  const agreed = request.proposal ? offerProposal(sheet, request.proposal) : null
  if (agreed) options.push(agreed)
  if (options.length === 0) return err(nothingToOffer(sheet.balanceCents))
  const balances = weighed.map(({ debt, balance }) => ({ debtId: debt.id, balance }))
  const standsUntil = addDays(request.today, sheet.terms.validityDays)
  return ok({ asOf: request.today, standsUntil, dueDay, dueDays, balanceCents: sheet.balanceCents, balances, options: options.sort(byCost), counterOffers: sheet.terms.counterOffers, unavailable })
}

/** Whether `buildOffers` would offer anything. It prices no more options than it takes to know. */
export function hasOffer(request: OfferRequest): boolean {
  const ground = survey(request)
  if (!ground.ok) return false
  const { sheet, stretches } = ground.value
  const hasPlan = ({ plan, counts }: Stretch) => counts.some((count) => typeof offerInstallments(sheet, plan, count) !== 'string')
  return offerCash(sheet).length > 0 || stretches.some(hasPlan)
}

/** What a sheet is made on: the debts with their rules, the common terms and the dates. */
export interface Ground {
  sheet: Sheet
  stretches: readonly Stretch[]
  weighed: readonly WeighedDebt[]
  dates: Dates
}

/** Weighs the debts and finds their rules, or refuses as `buildOffers` does. The dates reach as far as the longest plan, or `mostCount`. */
export function survey(request: OfferRequest, mostCount = 1): Result<Ground, OfferRefusal> {
  const weights = weighDebts(request)
  if (!weights.ok) return err(indexMissing(weights.error))
  const weighed = weights.value
  const balanceCents = weighed.reduce((sum, { balance }) => sum + balance.totalCents, 0n)
  const debts = balanceCents > 0n ? matchDebts(weighed, request) : null
  if (!debts) return err(nothingToOffer(balanceCents))
  if ((request.downPaymentCents ?? 0n) >= balanceCents) return err(downPaymentTooHigh(balanceCents))
  return layGround(request, { weighed, debts, balanceCents }, mostCount)
}

function layGround(request: OfferRequest, { weighed, debts, balanceCents }: Pick<Ground, 'weighed'> & Pick<Sheet, 'debts' | 'balanceCents'>, mostCount: number): Result<Ground, OfferRefusal> {
  const terms = combineTerms(debts.map(({ rule }) => rule.grant), lawScope(request))
  if (terms.paymentMethods.length === 0) return err(nothingToOffer(balanceCents))
  const stretches = layStretches(debts, request)
  const longest = stretches.at(-1)?.counts.at(-1) ?? 1
  const chosen = chooseDates(request, terms, Math.max(mostCount, request.proposal?.amounts.length ?? 1, longest))
  if (!chosen.ok) return chosen
  return ok({ sheet: layOut(request, debts, terms, chosen.value, balanceCents), stretches, weighed, dates: chosen.value })
}

function indexMissing(missing: MissingIndex): OfferRefusal {
  return { code: 'index_missing', detail: missingInWords(missing) }
}

function nothingToOffer(balanceCents: bigint): OfferRefusal {
  return { code: 'no_offer', detail: balanceCents === 0n ? 'Não há valor em aberto nestas dívidas.' : 'A política do credor não tem uma opção para estas dívidas hoje.' }
}

function downPaymentTooHigh(balanceCents: bigint): OfferRefusal {
  return { code: 'down_payment_above_balance', detail: `A entrada precisa ser menor que ${brl(balanceCents)}.` }
}

function layOut(request: OfferRequest, debts: readonly MatchedDebt[], terms: CommonTerms, { dates, dueDays }: Dates, balanceCents: bigint): Sheet {
  const scope = lawScope(request)
  const sharedChecks = checkSharedTerms({ ...terms, dueDates: dates }, scope)
  return { request, debts, balanceCents, terms, dates: dueDays.length > 0 ? dates : [], years: yearsAfter(scope.on, dates), law: optionLaw(scope), sharedChecks }
}

function priceOptions(sheet: Sheet, stretches: readonly Stretch[]): { options: OfferOption[]; unavailable: UnavailableCount[] } {
  const options = offerCash(sheet)
  const unavailable: UnavailableCount[] = []
  for (const { plan, counts } of stretches) {
    for (const count of counts) {
      const answer = offerInstallments(sheet, plan, count)
      if (typeof answer === 'string') unavailable.push({ count, reason: answer })
      else options.push(answer)
    }
  }
  const { kept, worse } = dropWorse(options)
  return { options: kept, unavailable: [...unavailable, ...worse].sort((a, b) => a.count - b.count) }
}

function byCost(a: OfferOption, b: OfferOption): number {
  if (a.totalCents === b.totalCents) return a.count - b.count
  return a.totalCents < b.totalCents ? -1 : 1
}
