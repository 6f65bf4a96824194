import type { Proposal } from '@repactua/shared/contract/proposals.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { floorsOf } from '../../core/proposals/floors.ts'
import type { Decided } from '../../core/proposals/decide-proposal.ts'
import { worthOf } from '../../core/proposals/worth.ts'
import { offerProposal } from '../../core/offers/price/offer-proposal.ts'
import type { OfferOption, ProposedPlan } from '../../core/offers/types.ts'

export interface Weighed {
  /** Null where the policy takes no offers: then nothing says at what rate to value. */
  weighing: Pick<Proposal, 'plan' | 'standing' | 'monthlyDiscountRateBps'> | null
  presentValueBps: number | null
  secondApprovalBelowBps: number | null
}

/** What the creditor is shown of an offer: its plan in present value and against the floor, beside the cheapest standing option. */
export function weighForCreditor({ decision, sheet, standing }: Decided): Weighed {
  const { terms, balanceCents, request: { today } } = sheet
  if (!terms.counterOffers) return { weighing: null, presentValueBps: null, secondApprovalBelowBps: null }
  const { monthlyDiscountRateBps, leastPresentValueBps, secondApprovalBelowBps } = floorsOf(terms.counterOffers)
  const value = (option: OfferOption) => {
    const { presentValueCents, presentValueBps } = worthOf(option, { today, monthlyRateBps: monthlyDiscountRateBps, balanceCents })
    return { totalCents: centsNumber(option.totalCents), count: option.count, cetYearly: option.cetYearly, presentValueCents: centsNumber(presentValueCents), presentValueBps }
  }
  const option = optionOf(decision, (plan) => offerProposal(sheet, plan))
  const plan = option && { ...value(option), ...paymentsOf(option), floorDistanceBps: value(option).presentValueBps - leastPresentValueBps }
  const cheapest = standing[0]?.option
  return {
    weighing: { plan, standing: cheapest ? { ...value(cheapest), optionId: cheapest.id } : null, monthlyDiscountRateBps },
    presentValueBps: plan?.presentValueBps ?? null,
    secondApprovalBelowBps,
  }
}

function optionOf(decision: Decided['decision'], price: (plan: ProposedPlan) => OfferOption | null): OfferOption | null {
  if ('plan' in decision) return price(decision.plan)
  if (!('answer' in decision)) return null
  return 'plan' in decision.answer ? price(decision.answer.plan) : decision.answer.option
}

function paymentsOf({ downPaymentCents, installments }: OfferOption) {
  return {
    downPaymentCents: centsNumber(downPaymentCents),
    installments: installments.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents: centsNumber(amountCents) })),
  }
}
