import type { Discount, InstallmentBand } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { installmentAmounts } from '../installments/schedule.ts'
import { ruleOn } from '../legal/legal-rules.ts'
import { divideUp } from '../money/divide.ts'
import { discountBalance } from '../offers/discount-balance.ts'
import type { MatchedDebt } from '../offers/match-debts.ts'
import type { OfferFigures, RuleLayout } from './types.ts'

const BPS = 10_000n

/**
 * Every offer that `buildOffers` would price for this debt alone, without any wish, in figures only: no dates, words or
 * CET. Offers come by count; those that another one beats are still among them.
 */
export function priceOffers({ lines, counts, dates }: RuleLayout, matched: MatchedDebt, today: LocalDate): OfferFigures[] {
  if (dates.length === 0) return []
  const cap = interestCap(matched, today)
  const { cash } = matched.rule.grant
  const offers: OfferFigures[] = []
  const keep = (offer: OfferFigures | null, ground: Ground) => {
    if (offer && isWithinCap(offer, ground, cap)) offers.push(offer)
  }
  if (cash && lines[0]?.kind === 'cash') {
    const ground = groundOf(matched, cash.discount)
    keep(priceCash(ground), ground)
  }
  const grounds: Ground[] = []
  for (const plan of counts) {
    const ground = (grounds[plan.line] ??= groundOf(matched, plan.band.discount, plan.band.leastDownPaymentBps))
    keep(pricePlan(ground, plan), ground)
  }
  return offers
}

/** The amounts of an offer's payments, the down payment first. */
export function amountsOf({ count, financedCents, downPaymentCents }: OfferFigures, { counts }: RuleLayout): bigint[] {
  const plan = counts.find((each) => each.count === count)
  if (!plan) return [financedCents]
  const later = installmentAmounts(financedCents - downPaymentCents, downPaymentCents > 0n ? count - 1 : count, plan.band.monthlyRateBps)
  return downPaymentCents > 0n ? [downPaymentCents, ...later] : later
}

/** What the offers of one line share. */
interface Ground {
  financedCents: bigint
  discountCents: bigint
  forgivenChargesCents: bigint
  downPaymentCents: bigint
}

function groundOf({ balance }: MatchedDebt, discount: Discount, leastDownPaymentBps = 0): Ground {
  const { financedCents, discounts } = discountBalance(balance.open, discount)
  let [discountCents, forgivenChargesCents] = [0n, 0n]
  for (const { component, cents } of discounts) {
    discountCents += cents
    if (component === 'late_fine' || component === 'default_interest') forgivenChargesCents += cents
  }
  return { financedCents, discountCents, forgivenChargesCents, downPaymentCents: divideUp(financedCents * BigInt(leastDownPaymentBps), BPS) }
}

function priceCash({ financedCents, discountCents }: Ground): OfferFigures | null {
  if (financedCents === 0n) return null
  return { line: 0, count: 1, financedCents, discountCents, downPaymentCents: 0n, totalCents: financedCents, heaviestCents: financedCents }
}

function pricePlan({ financedCents, discountCents, downPaymentCents }: Ground, { count, line, band }: RuleLayout['counts'][number]): OfferFigures | null {
  const restCents = financedCents - downPaymentCents
  if (restCents <= 0n) return null
  const plan = repay(restCents, downPaymentCents > 0n ? count - 1 : count, band)
  if (plan.lightest < BigInt(Math.max(1, band.leastInstallmentCents))) return null
  const heaviestCents = plan.heaviest > downPaymentCents ? plan.heaviest : downPaymentCents
  return { line, count, financedCents, discountCents, downPaymentCents, totalCents: downPaymentCents + plan.total, heaviestCents }
}

// Equal parts need no list of them.
function repay(cents: bigint, count: number, { monthlyRateBps }: InstallmentBand): { total: bigint; heaviest: bigint; lightest: bigint } {
  if (monthlyRateBps === 0) {
    const parts = BigInt(count)
    const lightest = cents / parts
    return { total: cents, lightest, heaviest: lightest * parts === cents ? lightest : lightest + 1n }
  }
  const amounts = installmentAmounts(cents, count, monthlyRateBps)
  const [heaviest = 0n, lightest = 0n] = [amounts[0], amounts.at(-1)]
  return { total: amounts.reduce((sum, amount) => sum + amount, 0n), heaviest, lightest }
}

/** What a card's charges and interest may come to, and what they are before any discount; null for other debts. */
interface Cap {
  mostCents: bigint
  chargedCents: bigint
}

function interestCap({ debt, balance }: MatchedDebt, today: LocalDate): Cap | null {
  if (debt.product !== 'card_revolving' || !ruleOn('card-cap', today)) return null
  const charges = balance.components.filter(({ kind }) => kind === 'late_fine' || kind === 'default_interest')
  return { mostCents: debt.terms.principalCents, chargedCents: charges.reduce((sum, { cents }) => sum + cents, 0n) }
}

function isWithinCap({ totalCents, financedCents }: OfferFigures, { forgivenChargesCents }: Ground, cap: Cap | null): boolean {
  return cap === null || cap.chargedCents - forgivenChargesCents + totalCents - financedCents <= cap.mostCents
}
