import type { OfferPolicy } from './types.ts'

/** What a policy that says nothing of it has: no audience, no campaign that runs, no projection. */
export const FOR_EVERYBODY: Omit<OfferPolicy, 'rules'> = { audience: null, runningCampaigns: [], projectIndices: false }
