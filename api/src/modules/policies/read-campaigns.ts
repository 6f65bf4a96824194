import { creditorOf, type Work } from '../../platform/work.ts'
import { listCampaigns, type CampaignRecord } from './campaigns.repository.ts'
import { findPolicyInForce } from './policies-in-force.repository.ts'

/** A campaign, and whether offers are made by it today. */
export interface CampaignView {
  campaign: CampaignRecord
  running: boolean
}

/** The creditor's campaigns with what is spent of their budgets, by code. */
export async function readCampaigns(work: Work): Promise<CampaignView[]> {
  const creditorId = creditorOf(work)
  const holding = await findPolicyInForce(work, creditorId)
  const campaigns = await listCampaigns(work.tx, creditorId)
  return campaigns.map((campaign) => ({ campaign, running: holding?.runningCampaigns.includes(campaign.code) ?? false }))
}
