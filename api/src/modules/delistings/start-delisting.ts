import type { Change } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { delistingDays } from './delistings.rules.ts'
import { insertDelisting, type DelistingRecord } from './delistings.repository.ts'

/**
 * Makes the task of an agreement and gives the news of it for the caller to record last; none where it has begun before, with
 * the first installment. The caller holds the agreement's lock.
 */
export async function startDelisting(work: Work, { creditorId, agreementId, paidOn, cause }: Pick<DelistingRecord, 'creditorId' | 'agreementId' | 'paidOn' | 'cause'>): Promise<Change[]> {
  const { alarmOn, dueOn } = delistingDays(paidOn, work.today)
  const isNew = await insertDelisting(work.tx, { creditorId, agreementId, paidOn, cause, alarmOn, dueOn, createdAt: work.clock.now() })
  const data = { agreementId: showId('agreement', agreementId), cause, paidOn, dueOn }
  return isNew ? [{ creditorId, type: 'delisting.started', subject: data.agreementId, data }] : []
}
