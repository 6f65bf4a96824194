import type { CampaignState, Policy } from '@repactua/shared/contract/policies.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { PolicyRecord } from './policies.repository.ts'
import type { CampaignView } from './read-campaigns.ts'
import type { PolicyView } from './read-policies.ts'

export function presentPolicy({ policy, inForce }: PolicyView): Policy {
  const { id, name, version, status, rules, validFrom, validTo, audience, campaigns, projectIndices, createdAt, publishedAt } = policy
  return {
    id: showId('policy', id), name, version, status, inForce, rules, validFrom, validTo, audience, campaigns, projectIndices,
    createdAt: createdAt.toISOString(),
    approval: presentApproval(policy),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

function presentApproval({ askedBy, askedAt, approvedBy }: PolicyRecord): Policy['approval'] {
  if (askedBy === null || askedAt === null) return null
  return { askedBy: showId('client', askedBy), askedAt: askedAt.toISOString(), approvedBy: approvedBy && showId('client', approvedBy) }
}

export function presentCampaign({ campaign, running }: CampaignView): CampaignState {
  const { code, name, startsOn, endsOn, budgetCents, spentCents } = campaign
  return { code, name, startsOn, endsOn, budgetCents: centsNumber(budgetCents), spentCents: centsNumber(spentCents), leftCents: centsNumber(budgetCents - spentCents), running }
}
