import type { CounterOffers, PolicyGrant } from '@repactua/shared/contract/policies.ts'
import { policy, request, rule } from '../offers/offers.fixture.ts'
import type { OfferRequest } from '../offers/types.ts'
import { decideProposal } from './decide-proposal.ts'
import type { Decision, Wish } from './types.ts'

/** Taken from 70 % of the balance on at 1 % a month, reviewed from 50 % on, at most two years. */
export const FLOORS: CounterOffers = { monthlyDiscountRateBps: 100, leastPresentValueBps: 7_000, reviewPresentValueBps: 5_000, mostCount: 24, leastInstallmentCents: 2_000 }

/** The request of the offers' fixture (R$ 1.083,23) with floors in its rule; null takes no offers at all. */
export function asking(floors: CounterOffers | null = FLOORS, grant: Partial<PolicyGrant> = {}, more: Partial<OfferRequest> = {}): OfferRequest {
  return request({ policy: policy([rule({ ...(floors ? { counterOffers: floors } : {}), ...grant })]), ...more })
}

/** The answer to a wish that must not be refused outright; money in plain numbers for short tests. */
export function answerTo(asked: OfferRequest, monthly: number | null, down: number | null = null): Decision {
  const wish: Wish = { ...(monthly === null ? {} : { monthlyCents: BigInt(monthly) }), ...(down === null ? {} : { downPaymentCents: BigInt(down) }) }
  const decided = decideProposal(asked, wish)
  if (!decided.ok) throw new Error(decided.error.detail)
  return decided.value.decision
}
