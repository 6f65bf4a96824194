import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findPolicy, lockPublication, markPublished, nextVersion, supersedePublished, type PolicyRecord } from './policies.repository.ts'
import { refuseBreaches } from './refuse-breaches.ts'

/** Puts a draft in force in place of the former policy. The policy in force is given back as it is; an older one is refused. */
export async function publishPolicy(work: Work, id: string): Promise<PolicyRecord> {
  const creditorId = creditorOf(work)
  await lockPublication(work.tx, creditorId)
  const policy = await findPolicy(work.tx, creditorId, id)
  if (!policy) throw new AppError('not_found')
  if (policy.status === 'published') return policy
  if (policy.status === 'superseded') throw new AppError('policy_not_draft')
  // The law may have changed since the draft was made.
  await refuseBreaches(work, creditorId, policy.rules)
  return putInForce(work, policy)
}

async function putInForce(work: Work, draft: PolicyRecord): Promise<PolicyRecord> {
  const { creditorId, id } = draft
  const version = await nextVersion(work.tx, creditorId)
  const policy: PolicyRecord = { ...draft, status: 'published', version, publishedAt: work.clock.now() }
  const former = await supersedePublished(work.tx, creditorId)
  await markPublished(work.tx, policy)
  await recordChange(work, {
    creditorId,
    type: 'policy.published',
    subject: showId('policy', id),
    data: { version, supersedes: former === null ? null : showId('policy', former) },
  })
  return policy
}
