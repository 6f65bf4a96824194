import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findPolicy, listPolicies, type PolicyRecord } from './policies.repository.ts'

/** The creditor's policies, newest first. */
export async function readPolicies(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<PolicyRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listPolicies(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
}

/** One policy of the creditor, in whatever state. */
export async function readPolicy(work: Work, id: string): Promise<PolicyRecord> {
  const policy = await findPolicy(work.tx, creditorOf(work), id)
  if (!policy) throw new AppError('not_found')
  return policy
}
