import type { CampaignDiscount } from '../../core/offers/campaigns/campaign-discounts.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findBudgetsLeft } from './campaigns.repository.ts'

/** Refuses discounts that the campaigns' budgets no longer hold. A look without a lock: the signature decides. */
export async function refuseSpentCampaigns({ tx }: Pick<Work, 'tx'>, creditorId: string, discounts: readonly CampaignDiscount[]): Promise<void> {
  if (discounts.length === 0) return
  const left = await findBudgetsLeft(tx, creditorId, discounts.map(({ code }) => code))
  if (discounts.some(({ code, cents }) => cents > (left.get(code) ?? 0n))) throw new AppError('campaign_budget_spent')
}
