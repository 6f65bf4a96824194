import type { InstallmentBand } from '@repactua/shared/contract/policies.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { amortize } from '../installments/amortize.ts'
import { priceInstallment } from '../interest/plans/price.ts'
import { staysWithin } from '../legal/first-period.ts'
import { ruleOn } from '../legal/legal-rules.ts'
import { divideUp } from '../money/divide.ts'
import { chargesOf } from '../offers/price/assemble-option.ts'
import { discountBalance } from '../offers/price/discount-balance.ts'
import type { MatchedDebt } from '../offers/match/match-debts.ts'
import type { OfferFigures, OfferLine, RuleLayout } from './types.ts'

const BPS = 10_000n

/**
 * Every offer that `buildOffers` would price for this debt alone, without any wish, in figures only: no dates, words or
 * CET. Offers come by count, cash by its deadlines first; those that another one beats are still among them.
 */
export function priceOffers(layout: RuleLayout, matched: MatchedDebt, today: LocalDate): OfferFigures[] {
  const { lines, counts, dates } = layout
  if (dates.length === 0) return []
  const hasCap = matched.debt.product === 'card_revolving' && ruleOn('card-cap', today) !== null
  const grounds = lines.map((line) => groundOf(matched, line, hasCap))
  const offers: OfferFigures[] = []
  for (const [line, ground] of grounds.entries()) if (lines[line]?.kind === 'cash') keep(offers, ground, priceCash(ground, line))
  for (const plan of counts) {
    const ground = grounds[plan.line]
    if (ground) keep(offers, ground, withinRate(pricePlan(ground, plan), layout, today))
  }
  return offers
}

// As on a sheet: a first month that is short may lift a plan above the rate that the law allows.
function withinRate(offer: OfferFigures | null, layout: RuleLayout, today: LocalDate): OfferFigures | null {
  if (!offer || layout.mostRateBps === null || offer.totalCents === offer.financedCents) return offer
  const { downPaymentCents, financedCents } = offer
  const first = downPaymentCents > 0n ? 1 : 0
  const firstDays = daysBetween(today, layout.dates[first]!)
  const repaid = { restCents: financedCents - downPaymentCents, amounts: amountsOf(offer, layout).slice(first), firstDays }
  return staysWithin(repaid, layout.mostRateBps) ? offer : null
}

/** The amounts of an offer's payments, the down payment first. */
export function amountsOf({ count, financedCents, downPaymentCents }: OfferFigures, { counts }: RuleLayout): bigint[] {
  const plan = counts.find((each) => each.count === count)
  if (!plan) return [financedCents]
  const later = amountsUnder(plan.band, financedCents - downPaymentCents, downPaymentCents > 0n ? count - 1 : count)
  return downPaymentCents > 0n ? [downPaymentCents, ...later] : later
}

/** What the offers of one line share. */
interface Ground {
  financedCents: bigint
  discountCents: bigint
  downPaymentCents: bigint
  /** What a plan's interest may come to: a card's charges never pass the original debt. Null where there is no such cap. */
  mostInterestCents: bigint | null
}

function groundOf(matched: MatchedDebt, line: OfferLine, hasCap: boolean): Ground {
  const { discount, leastDownPaymentBps = 0 } = line.kind === 'cash' ? { discount: line.discount } : line.band
  const { financedCents, discounts } = discountBalance(matched.balance.open, discount)
  const left = { matched, discounts, financedCents, totalCents: financedCents }
  return {
    financedCents,
    discountCents: matched.balance.totalCents - financedCents,
    downPaymentCents: leastDownPaymentBps === 0 ? 0n : divideUp(financedCents * BigInt(leastDownPaymentBps), BPS),
    mostInterestCents: hasCap ? matched.debt.terms.principalCents - chargesOf(left) : null,
  }
}

function keep(offers: OfferFigures[], { mostInterestCents }: Ground, offer: OfferFigures | null): void {
  if (offer && (mostInterestCents === null || offer.totalCents - offer.financedCents <= mostInterestCents)) offers.push(offer)
}

function priceCash({ financedCents, discountCents }: Ground, line: number): OfferFigures | null {
  if (financedCents === 0n) return null
  return { line, count: 1, financedCents, discountCents, downPaymentCents: 0n, totalCents: financedCents, heaviestCents: financedCents }
}

function pricePlan({ financedCents, discountCents, downPaymentCents }: Ground, { count, line, band }: RuleLayout['counts'][number]): OfferFigures | null {
  const restCents = financedCents - downPaymentCents
  if (restCents <= 0n) return null
  const plan = repay(restCents, downPaymentCents > 0n ? count - 1 : count, band)
  if (plan.lightest < BigInt(Math.max(1, band.leastInstallmentCents))) return null
  const heaviestCents = plan.heaviest > downPaymentCents ? plan.heaviest : downPaymentCents
  return { line, count, financedCents, discountCents, downPaymentCents, totalCents: downPaymentCents + plan.total, heaviestCents }
}

interface Repaid {
  total: bigint
  heaviest: bigint
  lightest: bigint
}

// Level installments need no list of them.
function repay(cents: bigint, count: number, band: InstallmentBand): Repaid {
  if (band.monthlyRateBps === 0) return repayEqually(cents, count)
  if (band.amortization !== undefined && band.amortization !== 'price') return extremes(amountsUnder(band, cents, count))
  const amount = priceInstallment(cents, band.monthlyRateBps, count)
  const total = amount * BigInt(count)
  return total < cents ? repayEqually(cents, count) : { total, heaviest: amount, lightest: amount }
}

function repayEqually(cents: bigint, count: number): Repaid {
  const parts = BigInt(count)
  const lightest = cents / parts
  return { total: cents, lightest, heaviest: lightest * parts === cents ? lightest : lightest + 1n }
}

function extremes(amounts: readonly bigint[]): Repaid {
  let [total, heaviest, lightest] = [0n, amounts[0] ?? 0n, amounts[0] ?? 0n]
  for (const amount of amounts) {
    total += amount
    if (amount > heaviest) heaviest = amount
    if (amount < lightest) lightest = amount
  }
  return { total, heaviest, lightest }
}

function amountsUnder({ monthlyRateBps, amortization = 'price' }: InstallmentBand, cents: bigint, count: number): bigint[] {
  return amortize(cents, count, { monthlyRateBps, amortization })
}
