import type { CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { showId } from '../../../platform/ids.ts'
import type { NewAgreementDebt } from '../agreements.repository.ts'

/** A court's plan in the form of an option: what is not in the order, no interest and no late charge, is nought. */
export function courtOption({ installments }: CourtPlanInput, plan: readonly NewAgreementDebt[]): OfferOption {
  const totalCents = installments.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const balanceCents = centsNumber(plan.reduce((sum, debt) => sum + debt.balanceCents, 0n))
  const savingCents = Math.max(0, balanceCents - totalCents)
  return {
    id: 'court-plan',
    kind: 'installments',
    count: installments.length,
    downPaymentCents: 0,
    installments: installments.map(({ dueOn, amountCents }, i) => ({ number: i + 1, dueOn, amountCents })),
    totalCents,
    discountCents: savingCents,
    discounts: [],
    financedCents: totalCents,
    interestCents: 0,
    savingCents,
    monthlyRateBps: 0,
    cetYearly: '0.00',
    lateFeeBps: 0,
    defaultInterestMonthlyBps: 0,
    breakRule: { toleranceDays: 90, missedInstallments: 12 },
    parts: plan.map((debt) => ({ debtId: showId('debt', debt.debtId), rule: 'court-plan', financedCents: centsNumber(debt.totalCents), discounts: [], totalCents: centsNumber(debt.totalCents) })),
    fitsBudget: null,
    legalChecks: [],
  }
}
