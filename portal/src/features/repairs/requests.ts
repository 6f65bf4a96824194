import { queryOptions } from '@tanstack/react-query'
import type { AmendmentChallenge, AmendmentQuote, AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { apiCreate } from '../../lib/api-client.ts'

/** What a change would do, as of now. Each visit asks anew; a payment that comes meanwhile is found out at the signature. */
export function quoteQuery(agreementId: string, input: AmendmentQuoteInput) {
  return queryOptions({
    queryKey: ['me', 'amendment-quote', agreementId, input],
    queryFn: () => apiCreate<AmendmentQuote>(`/me/agreements/${agreementId}/amendment-quotes`, input),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Sends the code that signs this quote and no other. */
export function requestRepairCode(agreementId: string, quoteId: string): Promise<AmendmentChallenge> {
  return apiCreate<AmendmentChallenge>(`/me/agreements/${agreementId}/amendments`, { quoteId })
}

/** Signs the quote; answers the agreement as it is now. */
export function signRepair(agreementId: string, quoteId: string, signature: { challengeId: string; code: string }): Promise<Agreement> {
  return apiCreate<Agreement>(`/me/agreements/${agreementId}/amendments/${quoteId}/signature`, signature)
}
