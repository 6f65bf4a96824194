import type { Result } from '../../result.ts'
import { buildOffers } from '../build-offers.ts'
import { campaignDiscounts } from './campaign-discounts.ts'
import type { OfferRefusal, OfferRequest, Offers } from '../types.ts'

/** What is left of a campaign's budget. */
export interface CampaignBudget {
  code: string
  leftCents: bigint
}

/**
 * `buildOffers`, without the campaigns whose budget no longer holds what they would forgive here: nothing is offered that
 * could not be signed. The request is given back as it was answered, with the campaigns that were left.
 */
export function buildWithinBudgets(request: OfferRequest, budgets: readonly CampaignBudget[]): { request: OfferRequest; built: Result<Offers, OfferRefusal> } {
  const built = buildOffers(request)
  const short = built.ok ? shortCampaigns(built.value, budgets) : []
  if (short.length === 0) return { request, built }
  const runningCampaigns = request.policy.runningCampaigns.filter((code) => !short.includes(code))
  return buildWithinBudgets({ ...request, policy: { ...request.policy, runningCampaigns } }, budgets)
}

function shortCampaigns({ options }: Offers, budgets: readonly CampaignBudget[]): string[] {
  const asked = options.flatMap(({ parts }) => campaignDiscounts(parts))
  return budgets.filter(({ code, leftCents }) => asked.some((discount) => discount.code === code && discount.cents > leftCents)).map(({ code }) => code)
}
