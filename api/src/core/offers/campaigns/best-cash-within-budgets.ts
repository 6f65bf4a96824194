import { bestCashOffer, type CashOfferRequest } from '../best-cash-offer.ts'
import type { CampaignBudget } from './build-within-budgets.ts'
import type { CashOffer, OfferPolicy } from '../types.ts'

/**
 * `bestCashOffer`, without a campaign whose budget no longer holds its discount. The policy is given back as it was asked,
 * with the campaigns that were left.
 */
export function bestCashWithinBudgets(request: CashOfferRequest, budgets: readonly CampaignBudget[]): { cash: CashOffer | null; policy: OfferPolicy } {
  const { policy } = request
  const cash = bestCashOffer(request)
  const isShort = cash !== null && budgets.some(({ code, leftCents }) => code === cash.campaign && leftCents < cash.discountCents)
  if (!isShort) return { cash, policy }
  const runningCampaigns = policy.runningCampaigns.filter((code) => code !== cash.campaign)
  return bestCashWithinBudgets({ ...request, policy: { ...policy, runningCampaigns } }, budgets)
}
