import type { ProfileReviewInput } from '@repactua/shared/contract/profile-reviews.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../../../core/invariant.ts'
import { ruleOn } from '../../../core/legal/legal-rules.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { explainedProfiles, type ExplainedProfile } from '../profiles/explained-profiles.ts'
import { insertReview, type ReviewRecord } from './reviews.repository.ts'

/**
 * Asks that a person at the creditor looks at one's own profile (LGPD 20); the profile is kept as it stands. Refused while another
 * request is open.
 */
export async function askForReview(work: Work, creditorId: string, { statement }: ProfileReviewInput): Promise<ReviewRecord> {
  const [mine] = await explainedProfiles(work, creditorId)
  if (!mine) throw new AppError('not_found')
  const review: ReviewRecord = {
    creditorId, id: work.newId(), debtorId: mine.profile.debtorId, cpfIndex: personOf(work), statementSealed: statement === undefined ? null : work.keys.seal(statement),
    profile: asReviewed(mine), status: 'open', answerBy: lastDayToAnswer(work.today), answerSealed: null, alarmedAt: null, endedAt: null, createdAt: work.clock.now(),
  }
  if (!(await insertReview(work.tx, review))) throw new AppError('review_open')
  const data = { reviewId: showId('review', review.id), debtorId: showId('debtor', review.debtorId), answerBy: review.answerBy }
  await recordChange(work, { creditorId, type: 'profile_review.opened', subject: data.reviewId, data })
  return review
}

function asReviewed({ profile: { band, bandSource }, rules: { version, basePoints }, score }: ExplainedProfile): ReviewRecord['profile'] {
  return { band, bandSource, version, basePoints, points: score.points, factors: score.lines }
}

function lastDayToAnswer(today: LocalDate): LocalDate {
  const days = ruleOn('automated-decision', today)?.number
  invariant(days, 'the law gives a number of days')
  return addDays(today, days)
}
