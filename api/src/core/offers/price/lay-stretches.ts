import type { EarlyPayment, InstallmentBand, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { Amortization } from '../../installments/amortize.ts'
import { discountBalance, joinDiscounts, type Discounted, type JoinedDiscounts } from './discount-balance.ts'
import type { MatchedDebt } from '../match/match-debts.ts'
import { splitDownPayment } from './split-down-payment.ts'
import type { OfferRequest, UnavailableReason } from '../types.ts'

interface BandedDebt extends Discounted {
  matched: MatchedDebt
  band: InstallmentBand
}

/** A debt in a plan: what it repays at once and in the installments. */
export interface FinancedDebt extends BandedDebt {
  downCents: bigint
  restCents: bigint
}

/** Counts on which every debt stays in one band: all but the amounts is the same there, and is worked out once. */
export interface Stretch {
  counts: readonly number[]
  plan: StretchPlan | UnavailableReason
}

/** What the plans of a stretch share. `interestFreeCents`: the rest of all debts without interest. */
export interface StretchPlan {
  debts: readonly FinancedDebt[]
  joined: JoinedDiscounts
  downPaymentCents: bigint
  interestFreeCents: bigint
  leastInstallmentCents: bigint
  monthlyRateBps: number
  amortization: Amortization | null
  earlyPayment: EarlyPayment | null
}

/** Every count that some rule names, in order, in stretches of the same bands. */
export function layStretches(debts: readonly MatchedDebt[], { downPaymentCents }: Pick<OfferRequest, 'downPaymentCents'>): Stretch[] {
  return cutsOf(debts).flatMap((from, i, cuts) => {
    const bands = debts.map(({ rule }) => bandFor(rule, from))
    if (bands.every((band) => band === undefined)) return []
    return [{ counts: countsFrom(from, cuts[i + 1] ?? from), plan: layPlan(debts, bands, downPaymentCents) }]
  })
}

/** Whether a debt is repaid without interest. */
export function isInterestFree({ band }: FinancedDebt): boolean {
  return band.monthlyRateBps === 0
}

/** How a debt's rate is repaid. */
export function amortizationOf({ band }: FinancedDebt): Amortization {
  return band.amortization ?? 'price'
}

// A debt changes its band only where some band begins or has ended.
function cutsOf(debts: readonly MatchedDebt[]): number[] {
  const bands = debts.flatMap(({ rule }) => rule.grant.installments ?? [])
  return [...new Set(bands.flatMap(({ count }) => [count.min, count.max + 1]))].sort((a, b) => a - b)
}

function countsFrom(from: number, to: number): number[] {
  const counts: number[] = []
  for (let count = from; count < to; count += 1) counts.push(count)
  return counts
}

function bandFor({ grant }: PolicyRule, count: number): InstallmentBand | undefined {
  return grant.installments?.find((band) => band.count.min <= count && count <= band.count.max)
}

function layPlan(matched: readonly MatchedDebt[], bands: readonly (InstallmentBand | undefined)[], asked: bigint | undefined): StretchPlan | UnavailableReason {
  const banded = matched.flatMap((debt, i) => bandDebt(debt, bands[i]))
  if (banded.length < matched.length) return 'not_in_policy'
  const debts = payDown(banded, asked)
  if (!debts) return 'down_payment_too_small'
  if (debts.every(({ restCents }) => restCents <= 0n)) return 'installment_too_small'
  return {
    debts,
    joined: joinDiscounts(debts),
    downPaymentCents: debts.reduce((sum, debt) => sum + debt.downCents, 0n),
    interestFreeCents: debts.filter(isInterestFree).reduce((sum, debt) => sum + debt.restCents, 0n),
    leastInstallmentCents: BigInt(Math.max(1, ...debts.map(({ band }) => band.leastInstallmentCents))),
    monthlyRateBps: Math.max(...debts.map(({ band }) => band.monthlyRateBps)),
    amortization: commonAmortization(debts),
    earlyPayment: commonEarlyPayment(debts),
  }
}

function bandDebt(matched: MatchedDebt, band: InstallmentBand | undefined): BandedDebt[] {
  return band ? [{ ...discountBalance(matched.balance.open, band.discount), matched, band }] : []
}

function payDown(debts: readonly BandedDebt[], asked: bigint | undefined): FinancedDebt[] | null {
  const whole = debts.reduce((sum, debt) => sum + debt.financedCents, 0n)
  const parts = debts.map((debt) => ({ financedCents: debt.financedCents, leastDownPaymentBps: debt.band.leastDownPaymentBps }))
  const downs = splitDownPayment(parts, asked !== undefined && asked > whole ? whole : asked)
  return downs && debts.map((debt, i) => ({ ...debt, downCents: downs[i] ?? 0n, restCents: debt.financedCents - (downs[i] ?? 0n) }))
}

function commonAmortization(debts: readonly FinancedDebt[]): Amortization | null {
  const [first, ...others] = new Set(debts.filter((debt) => !isInterestFree(debt)).map(amortizationOf))
  return first !== undefined && others.length === 0 ? first : null
}

// Each debt's rule must give it: the least discount, for the earliest day.
function commonEarlyPayment(debts: readonly FinancedDebt[]): EarlyPayment | null {
  const given = debts.flatMap(({ band }) => band.earlyPayment ?? [])
  if (given.length < debts.length) return null
  return { discountBps: Math.min(...given.map(({ discountBps }) => discountBps)), daysBefore: Math.max(...given.map(({ daysBefore }) => daysBefore)) }
}
