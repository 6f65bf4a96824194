import type { MyOfferSheetInput } from '@repactua/shared/contract/offers.ts'
import type { OfferRequest } from '../../core/offers/types.ts'
import { offerDebtOf, type DebtRecord } from '../debts/index.ts'

/** How a person would like to pay. */
export type Wishes = Pick<MyOfferSheetInput, 'dueDay' | 'firstDueOn' | 'monthlyBudgetCents' | 'downPaymentCents'>

interface OfferFrame extends Pick<OfferRequest, 'today' | 'regime' | 'legalRate' | 'policy' | 'person'> {
  debts: readonly DebtRecord[]
  wishes: Wishes
}

/** What the engine is asked: rows as terms, and the wishes in the core's own money. */
export function toOfferRequest({ debts, wishes, ...frame }: OfferFrame): OfferRequest {
  const { monthlyBudgetCents, downPaymentCents, ...dates } = wishes
  return {
    ...frame,
    ...dates,
    debts: debts.map(offerDebtOf),
    ...(monthlyBudgetCents === undefined ? {} : { monthlyBudgetCents: BigInt(monthlyBudgetCents) }),
    ...(downPaymentCents === undefined ? {} : { downPaymentCents: BigInt(downPaymentCents) }),
  }
}
