import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findPolicyInForce } from './policies-in-force.repository.ts'
import { findPolicy, listPolicies, type PolicyRecord } from './policies.repository.ts'

/** A policy, and whether offers are made by it today. */
export interface PolicyView {
  policy: PolicyRecord
  inForce: boolean
}

/** The creditor's policies, newest first. */
export async function readPolicies(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<PolicyView>> {
  const creditorId = creditorOf(work)
  const before = cursor === undefined ? null : readCursor(cursor)
  const { rows, nextCursor } = pageOf(await listPolicies(work.tx, { creditorId, before, limit }), limit)
  const holding = await findPolicyInForce(work, creditorId)
  return { rows: rows.map((policy) => ({ policy, inForce: policy.id === holding?.id })), nextCursor }
}

/** One policy of the creditor, in whatever state. */
export async function readPolicy(work: Work, id: string): Promise<PolicyView> {
  const policy = await findPolicy(work.tx, creditorOf(work), id)
  if (!policy) throw new AppError('not_found')
  return viewPolicy(work, policy)
}

/** A policy with whether it is in force. */
export async function viewPolicy(work: Work, policy: PolicyRecord): Promise<PolicyView> {
  const holding = await findPolicyInForce(work, policy.creditorId)
  return { policy, inForce: policy.id === holding?.id }
}
