import { amountsOf } from './price-offers.ts'
import type { OfferFigures, PlanTaken, PolicyLayout, RuleLayout, SimulatedDebt } from './types.ts'

/** Debts and what they come to today. */
export interface Group {
  debts: number
  balanceCents: bigint
}

/** The offers of one line: each debt counts once, of a band with the plan that would be taken. */
export interface LineTotals extends Group {
  discountCents: bigint
  totalCents: bigint
}

export interface RuleTotals extends Group {
  /** Reached, and yet nothing can be offered. */
  withoutOffer: Group
  lines: LineTotals[]
  /** The debts that are offered cash at all, each with the cheapest payment, and what falls due under each line. */
  cash: LineTotals
  cashDueCents: bigint[]
  /** The debts that are offered a plan at all, each with the one that would be taken, and what falls due first, second ... */
  plans: LineTotals
  plansDueCents: bigint[]
}

/** What a policy makes of a portfolio: as many numbers for ten debts as for ten million. */
export interface PolicyTotals {
  unreached: Group
  indexMissing: number
  nothingOwed: number
  rules: RuleTotals[]
}

/** Totals of no debt yet. */
export function emptyTotals({ rules }: PolicyLayout): PolicyTotals {
  return { unreached: emptyGroup(), indexMissing: 0, nothingOwed: 0, rules: rules.map(emptyRule) }
}

/** Adds one debt. In every sum a debt counts once: debts = index missing + nothing owed + unreached + those of all rules. */
export function addDebt(totals: PolicyTotals, simulated: SimulatedDebt, planTaken: PlanTaken): void {
  if (simulated.outcome === 'reached') addReached(totals, simulated, planTaken)
  else if (simulated.outcome === 'unreached') addTo(totals.unreached, simulated.balanceCents)
  else totals[simulated.outcome] += 1
}

function addReached(totals: PolicyTotals, { rule, balanceCents, offers }: Extract<SimulatedDebt, { rule: RuleLayout }>, planTaken: PlanTaken): void {
  const own = totals.rules[rule.place]
  if (!own) throw new Error('each rule has its totals')
  addTo(own, balanceCents)
  if (offers.length === 0) addTo(own.withoutOffer, balanceCents)
  for (const offer of onePerLine(offers, planTaken)) addOffer(own.lines[offer.line], offer, balanceCents)
  addCash(own, offers.filter(({ line }) => rule.lines[line]?.kind === 'cash'), balanceCents)
  addPlan(own, planOf(offers, rule, planTaken), rule, balanceCents)
}

function addCash({ cash, cashDueCents }: RuleTotals, offers: readonly OfferFigures[], balanceCents: bigint): void {
  const [first, ...others] = offers
  if (!first) return
  const cheapest = others.reduce((least, offer) => (offer.totalCents < least.totalCents ? offer : least), first)
  addOffer(cash, cheapest, balanceCents)
  cashDueCents[cheapest.line] = (cashDueCents[cheapest.line] ?? 0n) + cheapest.totalCents
}

function addPlan({ plans, plansDueCents }: RuleTotals, taken: OfferFigures | undefined, rule: RuleLayout, balanceCents: bigint): void {
  if (!taken) return
  addOffer(plans, taken, balanceCents)
  for (const [i, cents] of amountsOf(taken, rule).entries()) plansDueCents[i] = (plansDueCents[i] ?? 0n) + cents
}

// Offers come by count and a band's counts stand together, unless bands overlap: then its first or last count is taken all the same.
function onePerLine(offers: readonly OfferFigures[], planTaken: PlanTaken): OfferFigures[] {
  const chosen: OfferFigures[] = []
  for (const offer of offers) if (planTaken === 'longest' || !chosen[offer.line]) chosen[offer.line] = offer
  return chosen.filter(Boolean)
}

function planOf(offers: readonly OfferFigures[], { lines }: RuleLayout, planTaken: PlanTaken): OfferFigures | undefined {
  const isPlan = ({ line }: OfferFigures) => lines[line]?.kind === 'installments'
  return planTaken === 'longest' ? offers.findLast(isPlan) : offers.find(isPlan)
}

function addOffer(line: LineTotals | undefined, { discountCents, totalCents }: OfferFigures, balanceCents: bigint): void {
  if (!line) throw new Error('each line has its totals')
  addTo(line, balanceCents)
  line.discountCents += discountCents
  line.totalCents += totalCents
}

function addTo(group: Group, balanceCents: bigint): void {
  group.debts += 1
  group.balanceCents += balanceCents
}

function emptyRule({ lines, dates }: RuleLayout): RuleTotals {
  return { ...emptyGroup(), withoutOffer: emptyGroup(), lines: lines.map(emptyLine), cash: emptyLine(), cashDueCents: lines.map(() => 0n), plans: emptyLine(), plansDueCents: dates.map(() => 0n) }
}

function emptyLine(): LineTotals {
  return { ...emptyGroup(), discountCents: 0n, totalCents: 0n }
}

function emptyGroup(): Group {
  return { debts: 0, balanceCents: 0n }
}
