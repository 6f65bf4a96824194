import { AppError } from '../../platform/errors/app-error.ts'
import { clientOf, creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor, refuseRevoked } from '../creditors/index.ts'
import { findPolicy, lockPublication } from './policies.repository.ts'
import { frameOf } from './publish-policy.ts'
import { putInForce } from './put-in-force.ts'
import { viewPolicy, type PolicyView } from './read-policies.ts'
import { refuseBreaches } from './refuse-breaches.ts'

/** Puts a policy in force that another client asked to publish. The one who asked is refused; so is one that nobody asked for. */
export async function approvePolicy(work: Work, id: string): Promise<PolicyView> {
  const creditorId = creditorOf(work)
  await lockPublication(work.tx, creditorId)
  const policy = await findPolicy(work.tx, creditorId, id)
  const creditor = await findCreditor(work.tx, creditorId)
  if (!policy || !creditor) throw new AppError('not_found')
  if (policy.status === 'published') return viewPolicy(work, policy)
  if (policy.status !== 'awaiting_approval') throw new AppError('policy_not_awaiting_approval')
  if (policy.askedBy === clientOf(work)) throw new AppError('second_client_needed')
  await refuseRevoked(work)
  await refuseBreaches(work, creditor, frameOf(policy))
  return viewPolicy(work, await putInForce(work, { ...policy, approvedBy: clientOf(work) }))
}
