import { personOf, type Work } from '../../../platform/work.ts'
import { findCreditors, type CreditorRecord } from '../../creditors/index.ts'
import { newestReviews, type ReviewRecord } from '../reviews/reviews.repository.ts'
import { explainedProfiles, type ExplainedProfile } from './explained-profiles.ts'

export interface MyProfileView extends ExplainedProfile {
  creditor: CreditorRecord
  review: ReviewRecord | null
}

/** What creditors make of the history of the person who asks, with the newest request for a review at each. */
export async function myProfiles(work: Work): Promise<MyProfileView[]> {
  const explained = await explainedProfiles(work)
  const creditors = await findCreditors(work.tx, explained.map(({ creditorId }) => creditorId))
  const reviews = await newestReviews(work.tx, personOf(work))
  return explained.map((one) => ({ ...one, creditor: creditors.get(one.creditorId)!, review: reviews.get(one.profile.debtorId) ?? null }))
}
