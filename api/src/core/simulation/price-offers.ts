import type { Discount, InstallmentBand } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { amortize } from '../installments/amortize.ts'
import { ruleOn } from '../legal/legal-rules.ts'
import { divideUp } from '../money/divide.ts'
import { chargesOf } from '../offers/assemble-option.ts'
import { discountBalance, type Discounted } from '../offers/discount-balance.ts'
import type { MatchedDebt } from '../offers/match-debts.ts'
import type { OfferFigures, RuleLayout } from './types.ts'

const BPS = 10_000n

/**
 * Every offer that `buildOffers` would price for this debt alone, without any wish, in figures only: no dates, words or
 * CET. Offers come by count, cash by its deadlines first; those that another one beats are still among them.
 */
export function priceOffers({ lines, counts, dates }: RuleLayout, matched: MatchedDebt, today: LocalDate): OfferFigures[] {
  if (dates.length === 0) return []
  const hasCap = matched.debt.product === 'card_revolving' && ruleOn('card-cap', today) !== null
  const isAllowed = ({ offer, ground }: Priced) => offer !== null && (!hasCap || isWithinCap(matched, offer, ground))
  return [...priceCashLines(matched, lines), ...pricePlans(matched, counts)].flatMap((priced) => (isAllowed(priced) && priced.offer ? [priced.offer] : []))
}

/** The amounts of an offer's payments, the down payment first. */
export function amountsOf({ count, financedCents, downPaymentCents }: OfferFigures, { counts }: RuleLayout): bigint[] {
  const plan = counts.find((each) => each.count === count)
  if (!plan) return [financedCents]
  const later = amountsUnder(plan.band, financedCents - downPaymentCents, downPaymentCents > 0n ? count - 1 : count)
  return downPaymentCents > 0n ? [downPaymentCents, ...later] : later
}

/** What the offers of one line share. */
interface Ground extends Discounted {
  discountCents: bigint
  downPaymentCents: bigint
}

interface Priced {
  offer: OfferFigures | null
  ground: Ground
}

function priceCashLines(matched: MatchedDebt, lines: RuleLayout['lines']): Priced[] {
  return lines.flatMap((each, line) => {
    if (each.kind !== 'cash') return []
    const ground = groundOf(matched, each.discount)
    return [{ ground, offer: priceCash(ground, line) }]
  })
}

function pricePlans(matched: MatchedDebt, counts: RuleLayout['counts']): Priced[] {
  const grounds: Ground[] = []
  return counts.map((plan) => {
    const ground = (grounds[plan.line] ??= groundOf(matched, plan.band.discount, plan.band.leastDownPaymentBps))
    return { ground, offer: pricePlan(ground, plan) }
  })
}

function groundOf({ balance }: MatchedDebt, discount: Discount, leastDownPaymentBps = 0): Ground {
  const { financedCents, discounts } = discountBalance(balance.open, discount)
  const downPaymentCents = divideUp(financedCents * BigInt(leastDownPaymentBps), BPS)
  return { financedCents, discounts, discountCents: balance.totalCents - financedCents, downPaymentCents }
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

// Equal parts need no list of them.
function repay(cents: bigint, count: number, band: InstallmentBand): { total: bigint; heaviest: bigint; lightest: bigint } {
  if (band.monthlyRateBps > 0) return extremes(amountsUnder(band, cents, count))
  const parts = BigInt(count)
  const lightest = cents / parts
  return { total: cents, lightest, heaviest: lightest * parts === cents ? lightest : lightest + 1n }
}

function extremes(amounts: readonly bigint[]): { total: bigint; heaviest: bigint; lightest: bigint } {
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

// A card's charges and interest never come to more than the original debt.
function isWithinCap(matched: MatchedDebt, { totalCents, financedCents }: OfferFigures, { discounts }: Ground): boolean {
  return chargesOf({ matched, discounts, totalCents, financedCents }) <= matched.debt.terms.principalCents
}
