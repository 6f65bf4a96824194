import type { PolicyInput } from '@repactua/shared/contract/policies.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { insertPolicy, type PolicyRecord } from './policies.repository.ts'
import { refuseBreaches } from './refuse-breaches.ts'

/** Makes a draft. Refuses rules that the law forbids or that make no sense, all findings at once. */
export async function createPolicy(work: Work, { name, rules }: PolicyInput): Promise<PolicyRecord> {
  const creditorId = creditorOf(work)
  await refuseBreaches(work, creditorId, rules)
  const policy: PolicyRecord = { creditorId, id: work.newId(), name, rules, status: 'draft', version: null, createdAt: work.clock.now(), publishedAt: null }
  await insertPolicy(work.tx, policy)
  await recordChange(work, { creditorId, type: 'policy.created', subject: showId('policy', policy.id), data: { rules: rules.length } })
  return policy
}
