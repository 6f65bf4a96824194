import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Work } from '../../../platform/work.ts'
import { walkCreditors } from '../../creditors/index.ts'
import { lateReviews, lockReview, setReview } from './reviews.repository.ts'

/** A round of the night: tells each creditor of the reviews whose answer is late, each of them once. */
export async function alarmProfileReviews(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, { find: (work, creditorId) => lateReviews(work.tx, creditorId, work.today), take: alarm })
}

async function alarm(work: Work, creditorId: string, id: string): Promise<void> {
  const review = await lockReview(work.tx, creditorId, id)
  if (review?.status !== 'open' || review.alarmedAt) return
  await setReview(work.tx, { ...review, alarmedAt: work.clock.now() })
  const data = { reviewId: showId('review', id), debtorId: showId('debtor', review.debtorId), answerBy: review.answerBy }
  await recordChange(work, { creditorId, type: 'profile_review.overdue', subject: data.reviewId, data })
}
