import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Work } from '../../../platform/work.ts'
import { walkCreditors } from '../../creditors/index.ts'
import { endPromise, pendingPromises, sinceThen, type PromiseRecord } from './promises.repository.ts'

/** A round of the night: what came of the days on which people said they would pay. */
export function settlePromises(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  return walkCreditors(desk, { find: (work, creditorId) => pendingPromises(work.tx, creditorId), take: (work, _creditorId, promise) => settle(work, promise) })
}

async function settle(work: Work, promise: PromiseRecord): Promise<void> {
  const status = outcomeOf(await sinceThen(work.tx, promise), promise.promisedOn, work.today)
  if (status === null || !(await endPromise(work.tx, promise, { status, endedAt: work.clock.now() }))) return
  const data = { promiseId: showId('promise', promise.id), debtorId: showId('debtor', promise.debtorId), promisedOn: promise.promisedOn }
  await recordChange(work, { creditorId: promise.creditorId, type: `promise.${status}`, subject: data.promiseId, data })
}

// A payment of the day itself, or of the business day after it, is known a business day later.
function outcomeOf({ isKept, isOwed }: { isKept: boolean; isOwed: boolean }, promisedOn: LocalDate, today: LocalDate): 'kept' | 'void' | 'missed' | null {
  if (isKept) return 'kept'
  if (!isOwed) return 'void'
  return today > nextBusinessDay(addDays(nextBusinessDay(promisedOn), 1)) ? 'missed' : null
}
