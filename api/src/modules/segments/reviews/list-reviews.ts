import type { ProfileReviewQuery } from '@repactua/shared/contract/profile-reviews.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findReviews, type ReviewRecord } from './reviews.repository.ts'

/** A page of the reviews that people ask of the creditor, newest first. */
export async function listReviews(work: Work, { status, limit = 50, cursor }: ProfileReviewQuery): Promise<Page<ReviewRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findReviews(work.tx, creditorOf(work), { ...(status ? { status } : {}), limit, before }), limit)
}
