import type { ProfileReviewDecision } from '@repactua/shared/contract/profile-reviews.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok, type Result } from '../../../core/result.ts'
import type { ReviewRecord } from './reviews.repository.ts'

/** Whether an answer closes the review. The same answer again is no refusal; a band that is over already is one. */
export function mayDecide(review: Pick<ReviewRecord, 'status'>, known: string | null, decision: ProfileReviewDecision, today: LocalDate): Result<'decide' | 'decided_before', ErrorCode> {
  if (review.status !== 'open') return review.status === decision.outcome && known === decision.answer ? ok('decided_before') : err('review_closed')
  return decision.outcome === 'changed' && decision.validUntil < today ? err('score_expired') : ok('decide')
}
