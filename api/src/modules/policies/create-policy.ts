import type { PolicyInput } from '@repactua/shared/contract/policies.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { insertPolicy, type PolicyRecord } from './policies.repository.ts'
import type { PolicyView } from './read-policies.ts'
import { refuseBreaches } from './refuse-breaches.ts'

/** Makes a draft. Refuses a policy that the law forbids or that makes no sense, all findings at once. */
export async function createPolicy(work: Work, input: PolicyInput): Promise<PolicyView> {
  const creditorId = creditorOf(work)
  const creditor = await findCreditor(work.tx, creditorId)
  if (!creditor) throw new AppError('not_found')
  await refuseBreaches(work, creditor, input)
  const policy = draftOf(work, creditorId, input)
  await insertPolicy(work.tx, policy)
  await recordChange(work, { creditorId, type: 'policy.created', subject: showId('policy', policy.id), data: { rules: input.rules.length } })
  return { policy, inForce: false }
}

function draftOf(work: Work, creditorId: string, { name, rules, validFrom, validTo, audience, campaigns, projectIndices }: PolicyInput): PolicyRecord {
  return {
    creditorId, name, rules,
    id: work.newId(),
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    audience: audience ?? null,
    campaigns: campaigns ?? [],
    projectIndices: projectIndices ?? false,
    status: 'draft',
    version: null,
    createdAt: work.clock.now(),
    askedBy: null,
    askedAt: null,
    approvedBy: null,
    publishedAt: null,
  }
}
