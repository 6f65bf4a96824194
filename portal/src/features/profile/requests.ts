import { queryOptions } from '@tanstack/react-query'
import type { MyProfile, ProfileReview, ProfileReviewInput } from '@repactua/shared/contract/profile-reviews.ts'
import { apiCreate, apiGet } from '../../lib/api-client.ts'

/** What each creditor makes of this person's history with it. */
export const profilesQuery = queryOptions({
  queryKey: ['me', 'profiles'],
  queryFn: ({ signal }) => apiGet<{ data: MyProfile[] }>('/me/profiles', signal),
})

/** Asks that somebody at the creditor looks at it (LGPD 20). */
export function askForReview(creditorId: string, input: ProfileReviewInput): Promise<ProfileReview> {
  return apiCreate<ProfileReview>(`/me/profiles/${creditorId}/review`, input)
}
