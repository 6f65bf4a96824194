import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { lockDelisting, setDelisting, type DelistingRecord } from './delistings.repository.ts'

/** The creditor says that the name is on none of its lists any more. Twice is once. */
export async function confirmDelisting(work: Work, agreementId: string): Promise<DelistingRecord> {
  const delisting = await lockDelisting(work.tx, { creditorId: creditorOf(work), agreementId })
  if (!delisting) throw new AppError('not_found')
  if (delisting.confirmedAt) return delisting
  const confirmedAt = work.clock.now()
  await setDelisting(work.tx, delisting, { confirmedAt })
  const data = { agreementId: showId('agreement', agreementId), dueOn: delisting.dueOn, inTime: work.today <= delisting.dueOn }
  await recordChange(work, { creditorId: delisting.creditorId, type: 'delisting.confirmed', subject: data.agreementId, data })
  return { ...delisting, confirmedAt }
}
