import { amortize } from '../../installments/amortize.ts'
import { sumInstallments } from '../../installments/schedule.ts'
import { splitEqually } from '../../money/allot.ts'
import { assembleOption, type PricedDebt, type Sheet } from './assemble-option.ts'
import { amortizationOf, isInterestFree, type FinancedDebt, type StretchPlan } from './lay-stretches.ts'
import type { OfferOption, UnavailableReason } from '../types.ts'

/** The plan of `count` payments for all debts together, or the reason why there is none. */
export function offerInstallments(sheet: Sheet, plan: StretchPlan | UnavailableReason, count: number): OfferOption | UnavailableReason {
  if (typeof plan === 'string') return plan
  return sheet.dates.length < count ? 'no_common_due_day' : planOption(sheet, plan, count)
}

function planOption(sheet: Sheet, plan: StretchPlan, count: number): OfferOption | UnavailableReason {
  const { debts, downPaymentCents } = plan
  const later = downPaymentCents > 0n ? count - 1 : count
  const rated = debts.map((debt) => ratedAmounts(debt, later))
  const amounts = addColumns([interestFreeAmounts(plan, later), ...rated].filter((row) => row.length > 0))
  // No way of repaying has rising installments: the last one is the smallest.
  if ((amounts.at(-1) ?? 0n) < plan.leastInstallmentCents) return 'installment_too_small'
  const option = assembleOption(sheet, {
    ...plan,
    id: `installments-${count}`,
    kind: 'installments',
    priced: debts.map((debt, i) => priceDebt(debt, rated[i] ?? [])),
    amounts: downPaymentCents > 0n ? [downPaymentCents, ...amounts] : amounts,
    dates: sheet.dates,
    years: sheet.years,
  })
  return option ?? 'outside_law'
}

// Debts without interest are split as one, so that their odd cents do not all gather in the first installment.
function interestFreeAmounts({ interestFreeCents }: StretchPlan, count: number): bigint[] {
  return interestFreeCents > 0n ? splitEqually(interestFreeCents, count) : []
}

function ratedAmounts(debt: FinancedDebt, count: number): bigint[] {
  return isInterestFree(debt) ? [] : amortize(debt.restCents, count, { monthlyRateBps: debt.band.monthlyRateBps, amortization: amortizationOf(debt) })
}

function addColumns([first = [], ...others]: readonly bigint[][]): bigint[] {
  return others.length === 0 ? first : first.map((amount, i) => others.reduce((sum, row) => sum + (row[i] ?? 0n), amount))
}

function priceDebt(debt: FinancedDebt, amounts: readonly bigint[]): PricedDebt {
  const { matched, financedCents, discounts } = debt
  const repaid = isInterestFree(debt) ? debt.restCents : sumInstallments(amounts)
  return { matched, financedCents, discounts, totalCents: debt.downCents + repaid }
}
