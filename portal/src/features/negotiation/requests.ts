import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import type { Affordability } from '@repactua/shared/contract/affordability.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MyOfferSheetInput, OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { apiCreate, apiGet, apiPost } from '../../lib/api-client.ts'
import type { MonthBudget } from '../../lib/month-budget.ts'

/**
 * The offer for these debts and wishes, or the one that answers an offer of the person's own. A sheet never changes, so it is asked for once and never behind
 * the person's back.
 */
export function offerSheetQuery(input: MyOfferSheetInput | null, proposalId: string | null = null) {
  return queryOptions({
    queryKey: ['me', 'offer-sheet', proposalId ?? input],
    queryFn: proposalId ? () => sheetOfProposal(proposalId) : input ? () => apiCreate<OfferSheet>('/me/offer-sheets', input) : skipToken,
    staleTime: Infinity,
    gcTime: 15 * 60_000,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

// The sheet that answers an offer of the person's own. Without one there is nothing to check, and the address is wrong.
async function sheetOfProposal(id: string): Promise<OfferSheet> {
  const { offerSheet } = await apiGet<MyProposal>(`/me/proposals/${id}`)
  if (!offerSheet) throw new Error('this offer has no sheet')
  return offerSheet
}

/** What each option of a sheet would leave of a month. Asked anew each time: nobody keeps the figures for longer than the page. */
export function affordabilityQuery(offerSheetId: string, month: MonthBudget | null) {
  return queryOptions({
    queryKey: ['me', 'affordability', offerSheetId, month],
    queryFn: month ? () => apiPost<Affordability>('/me/affordability', { offerSheetId, ...month }) : skipToken,
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export interface DrawnAgreement {
  offerSheetId: string
  optionId: string
  voluntaryConsent: boolean
}

/** The agreement drawn up from one option: its term can be read, and nothing binds before the signature. */
export function drawnAgreementQuery({ offerSheetId, optionId, voluntaryConsent }: DrawnAgreement, wanted: boolean) {
  return queryOptions({
    queryKey: ['me', 'drawn-agreement', offerSheetId, optionId],
    queryFn: wanted ? () => apiCreate<Agreement>('/me/agreements', { offerSheetId, optionId, ...(voluntaryConsent && { voluntaryConsent }) }) : skipToken,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
