import type { LegalCheck } from '@repactua/shared/contract/offers.ts'
import type { EarlyPayment } from '@repactua/shared/contract/policies.ts'
import { cetYearly, yearsAfter } from '../../interest/plans/cet.ts'
import type { Amortization } from '../../installments/amortize.ts'
import { dateInstallments, type PlannedInstallment } from '../../installments/schedule.ts'
import type { BalanceComponentKind } from '../../interest/types.ts'
import { checkOptionCost, type OptionLaw } from '../../legal/check-option.ts'
import { sum } from '../../money/sum.ts'
import type { RepaidPlan } from '../../legal/first-period.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { CommonTerms } from '../terms/combine-terms.ts'
import { joinDiscounts, sumDiscounts, type Discounted, type JoinedDiscounts } from './discount-balance.ts'
import type { MatchedDebt } from '../match/match-debts.ts'
import { payEarly } from './pay-early.ts'
import type { OfferOption, OfferRequest } from '../types.ts'

/** What all options of one sheet share. */
export interface Sheet {
  request: OfferRequest
  debts: readonly MatchedDebt[]
  balanceCents: bigint
  terms: CommonTerms
  dates: readonly LocalDate[]
  /** The dates in years from today, by calendar days over 365. */
  years: readonly number[]
  law: OptionLaw
  sharedChecks: readonly LegalCheck[]
}

/** One debt inside an option: what is left after its discount, and what is paid for it in the end. */
export interface PricedDebt extends Discounted {
  matched: MatchedDebt
  totalCents: bigint
}

/** What an option is made of. `years` and `joined` spare a second computation where they are known. */
export interface OptionPlan extends Pick<OfferOption, 'id' | 'kind'> {
  priced: readonly PricedDebt[]
  downPaymentCents: bigint
  amounts: readonly bigint[]
  dates: readonly LocalDate[]
  years?: readonly number[]
  joined?: JoinedDiscounts
  monthlyRateBps: number
  /** Of a plan with a rate. */
  amortization?: Amortization | null
  earlyPayment?: EarlyPayment | null
}

/** Sums an option's debts up and holds it against the law; null where a check fails: it is not offered then. */
export function assembleOption(sheet: Sheet, plan: OptionPlan): OfferOption | null {
  const installments = dateInstallments(plan.amounts, plan.dates)
  const totalCents = sum(plan.priced.map((debt) => debt.totalCents))
  const { financedCents, discountCents, discounts } = plan.joined ?? joinDiscounts(plan.priced)
  const cet = cetOf(sheet, plan, { financedCents, paidCents: totalCents })
  const legalChecks = [...sheet.sharedChecks, ...checkCost(sheet, plan, cet)]
  if (!legalChecks.every((check) => check.passed)) return null
  return {
    id: plan.id,
    kind: plan.kind,
    count: installments.length,
    downPaymentCents: plan.downPaymentCents,
    installments,
    totalCents,
    discountCents,
    discounts,
    financedCents,
    interestCents: totalCents - financedCents,
    savingCents: totalCents < sheet.balanceCents ? sheet.balanceCents - totalCents : 0n,
    monthlyRateBps: plan.monthlyRateBps,
    cetYearly: cet,
    lateFeeBps: sheet.terms.lateFeeBps,
    defaultInterestMonthlyBps: sheet.terms.defaultInterestMonthlyBps,
    // A plan of fewer payments than the rule counts is missed when all of them are.
    breakRule: { ...sheet.terms.breakRule, missedInstallments: Math.min(sheet.terms.breakRule.missedInstallments, installments.length) },
    amortization: plan.amortization ?? null,
    earlyPayment: earlyOffer(sheet, plan, installments, totalCents),
    benefits: sheet.terms.benefits,
    paymentMethods: sheet.terms.paymentMethods,
    repairs: sheet.terms.repairs,
    withdrawalDays: sheet.terms.withdrawalDays,
    delistOn: sheet.terms.delistOn,
    parts: plan.priced.map(toPart),
    fitsBudget: fitsBudget(plan.amounts, sheet.request.monthlyBudgetCents),
    legalChecks,
  }
}

function cetOf({ request: { today } }: Sheet, { amounts, dates, years, monthlyRateBps }: OptionPlan, sums: { financedCents: bigint; paidCents: bigint }): string {
  return cetYearly({ ...sums, amounts, monthlyRateBps, years: years ?? yearsAfter(today, dates) })
}

// A down payment is no installment that could be paid early: it is what the plan begins with.
function earlyOffer({ request }: Sheet, { earlyPayment, downPaymentCents }: OptionPlan, installments: readonly PlannedInstallment[], totalCents: bigint): OfferOption['earlyPayment'] {
  if (!earlyPayment) return null
  return payEarly(installments.slice(downPaymentCents > 0n ? 1 : 0), earlyPayment, { totalCents, today: request.today })
}

function checkCost({ law, request: { today } }: Sheet, plan: OptionPlan, cetYearly: string): LegalCheck[] {
  const cards = plan.priced
    .filter(({ matched }) => matched.debt.product === 'card_revolving')
    .map((debt) => ({ chargesCents: chargesOf(debt), originalCents: debt.matched.debt.terms.principalCents }))
  const repaid = law.planRate && plan.monthlyRateBps > 0 ? repaidBy(plan, today) : null
  return checkOptionCost({ monthlyRateBps: plan.monthlyRateBps, cetYearly, repaid, cards }, law)
}

// A down payment comes before the first month begins.
function repaidBy({ priced, downPaymentCents, amounts, dates }: OptionPlan, today: LocalDate): RepaidPlan {
  const first = downPaymentCents > 0n ? 1 : 0
  const financedCents = sum(priced.map((debt) => debt.financedCents))
  return { restCents: financedCents - downPaymentCents, amounts: amounts.slice(first), firstDays: daysBetween(today, dates[first]!) }
}

const CHARGES: ReadonlySet<string> = new Set<BalanceComponentKind>(['contract_interest', 'late_fine', 'default_interest', 'collection_fees'])

/** All that is paid beyond the original debt's principal: interest and late charges that are not forgiven, and the plan's interest. */
export function chargesOf({ matched, discounts, totalCents, financedCents }: PricedDebt): bigint {
  const isCharge = ({ kind }: { kind: string }) => CHARGES.has(kind)
  const charged = sum(matched.balance.components.filter(isCharge).map(({ cents }) => cents))
  const forgiven = sumDiscounts(discounts.filter(({ component }) => isCharge({ kind: component })))
  return charged - forgiven + totalCents - financedCents
}

function toPart({ matched, financedCents, discounts, totalCents }: PricedDebt): OfferOption['parts'][number] {
  return { debtId: matched.debt.id, rule: matched.rule.name, campaign: matched.rule.when.campaign ?? null, financedCents, discounts, totalCents }
}

function fitsBudget(amounts: readonly bigint[], budget: bigint | undefined): boolean | null {
  return budget === undefined ? null : amounts.every((amount) => amount <= budget)
}
