import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Change } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { delistingDays } from './delistings.rules.ts'
import { insertDelisting } from './delistings.repository.ts'

/** Makes the task of a settled agreement, and gives the news of it for the caller to record last. The caller holds the agreement's lock. */
export async function startDelisting(work: Work, { creditorId, agreementId, paidOn }: { creditorId: string; agreementId: string; paidOn: LocalDate }): Promise<Change> {
  const { alarmOn, dueOn } = delistingDays(paidOn, work.today)
  await insertDelisting(work.tx, { creditorId, agreementId, paidOn, alarmOn, dueOn, createdAt: work.clock.now() })
  const data = { agreementId: showId('agreement', agreementId), paidOn, dueOn }
  return { creditorId, type: 'delisting.started', subject: data.agreementId, data }
}
