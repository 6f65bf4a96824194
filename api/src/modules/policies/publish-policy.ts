import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { clientOf, creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor, refuseRevoked } from '../creditors/index.ts'
import { findPolicy, lockPublication, markAwaiting, type PolicyRecord } from './policies.repository.ts'
import { putInForce } from './put-in-force.ts'
import { viewPolicy, type PolicyView } from './read-policies.ts'
import { refuseBreaches } from './refuse-breaches.ts'

/**
 * Puts a draft in force in place of the former policy; where two clients publish it asks for the other's approval. What is
 * in force or waits is given back as it is; an older version is refused, and so is a client that was revoked.
 */
export async function publishPolicy(work: Work, id: string): Promise<PolicyView> {
  const creditorId = creditorOf(work)
  await refuseRevoked(work)
  await lockPublication(work.tx, creditorId)
  const policy = await findPolicy(work.tx, creditorId, id)
  const creditor = await findCreditor(work.tx, creditorId)
  if (!policy || !creditor) throw new AppError('not_found')
  if (policy.status === 'superseded') throw new AppError('policy_not_draft')
  const isDone = policy.status === 'published' || (policy.status === 'awaiting_approval' && creditor.fourEyesPublishing)
  if (isDone) return viewPolicy(work, policy)
  // The law may have changed since the draft was made.
  await refuseBreaches(work, creditor, frameOf(policy))
  return viewPolicy(work, await (creditor.fourEyesPublishing ? askForApproval(work, policy) : putInForce(work, policy)))
}

/** A kept policy as it was sent. */
export function frameOf({ rules, validFrom, validTo, audience, campaigns }: PolicyRecord) {
  return { rules, campaigns, ...(validFrom && { validFrom }), ...(validTo && { validTo }), ...(audience && { audience }) }
}

async function askForApproval(work: Work, draft: PolicyRecord): Promise<PolicyRecord> {
  const policy: PolicyRecord = { ...draft, status: 'awaiting_approval', askedBy: clientOf(work), askedAt: work.clock.now() }
  await markAwaiting(work.tx, policy)
  await recordChange(work, { creditorId: policy.creditorId, type: 'policy.approval_requested', subject: showId('policy', policy.id), data: {} })
  return policy
}
