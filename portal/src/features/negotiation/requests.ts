import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MyOfferSheetInput, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { apiCreate } from '../../lib/api-client.ts'

/**
 * The offer for these debts and wishes. A sheet never changes, so it is asked for once and never behind
 * the person's back.
 */
export function offerSheetQuery(input: MyOfferSheetInput | null) {
  return queryOptions({
    queryKey: ['me', 'offer-sheet', input],
    queryFn: input ? () => apiCreate<OfferSheet>('/me/offer-sheets', input) : skipToken,
    staleTime: Infinity,
    gcTime: 15 * 60_000,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** The agreement drawn up from one option: its term can be read, and nothing binds before the signature. */
export function drawnAgreementQuery(offerSheetId: string, optionId: string, wanted: boolean) {
  return queryOptions({
    queryKey: ['me', 'drawn-agreement', offerSheetId, optionId],
    queryFn: wanted ? () => apiCreate<Agreement>('/me/agreements', { offerSheetId, optionId }) : skipToken,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
