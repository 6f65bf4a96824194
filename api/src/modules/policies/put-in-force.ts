import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { upsertCampaigns } from './campaigns.repository.ts'
import { markPublished, nextVersion, supersedePublished, type PolicyRecord } from './policies.repository.ts'

/**
 * Gives a policy its version and lets it take the place of those before. Its campaigns get their budgets: more than
 * before, or less, but never less than is spent. The caller holds the lock of publication.
 */
export async function putInForce(work: Work, ready: PolicyRecord): Promise<PolicyRecord> {
  const version = await nextVersion(work.tx, ready.creditorId)
  const policy: PolicyRecord = { ...ready, status: 'published', version, publishedAt: work.clock.now() }
  await setBudgets(work, policy)
  const [former] = await supersedePublished(work.tx, policy, work.today)
  await markPublished(work.tx, policy)
  await recordPublication(work, policy, former ?? null)
  return policy
}

async function setBudgets(work: Work, { creditorId, campaigns }: PolicyRecord): Promise<void> {
  if (campaigns.length === 0) return
  const overspent = await upsertCampaigns(work.tx, creditorId, campaigns, work.clock.now())
  if (overspent.length === 0) return
  const { title } = ERROR_TEXTS.campaign_budget_below_spent
  throw new AppError('campaign_budget_below_spent', {
    errors: overspent.map((code) => ({
      pointer: `/campaigns/${campaigns.findIndex((campaign) => campaign.code === code)}/discountBudgetCents`,
      code: 'campaign_budget_below_spent',
      message: title,
    })),
  })
}

async function recordPublication(work: Work, policy: PolicyRecord, former: string | null): Promise<void> {
  const { creditorId, id, version, campaigns, askedBy, approvedBy } = policy
  await recordChange(work, {
    creditorId,
    type: 'policy.published',
    subject: showId('policy', id),
    data: {
      version,
      supersedes: former === null ? null : showId('policy', former),
      ...(campaigns.length === 0 ? {} : { campaigns: campaigns.map(({ code, discountBudgetCents }) => ({ code, budgetCents: discountBudgetCents })) }),
      ...(askedBy === null || approvedBy === null ? {} : { askedBy: showId('client', askedBy), approvedBy: showId('client', approvedBy) }),
    },
  })
}
