import { queryOptions } from '@tanstack/react-query'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { apiCreate, apiGet } from '../../../lib/api-client.ts'
import type { Wish } from './wish.ts'

/** One of the person's own offers and its answer, which may come later. */
export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['me', 'proposals', id],
    queryFn: ({ signal }) => apiGet<MyProposal>(`/me/proposals/${id}`, signal),
  })

/** Sends an offer over these debts; a double press is one offer. */
export function sendProposal(debtIds: readonly string[], { single, monthlyCents, downPaymentCents, dueDay, reason }: Wish): Promise<MyProposal> {
  return apiCreate<MyProposal>('/me/proposals', {
    debtIds,
    ...(!single && monthlyCents && { monthlyCents }),
    ...(downPaymentCents && { downPaymentCents }),
    ...(dueDay && { dueDay }),
    ...(reason && { reason }),
  })
}
