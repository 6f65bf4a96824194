import { queryOptions } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MyDebt, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { MyDispute } from '@repactua/shared/contract/disputes.ts'
import type { Me } from '@repactua/shared/contract/identity.ts'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { apiGet } from './api-client.ts'

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => apiGet<Me>('/me', signal),
  staleTime: 5 * 60_000,
})

/** What this person owes, to all creditors. */
export const myDebtsQuery = queryOptions({
  queryKey: ['me', 'debts'],
  queryFn: ({ signal }) => apiGet<MyDebts>('/me/debts', signal),
})

export const myAgreementsQuery = queryOptions({
  queryKey: ['me', 'agreements'],
  queryFn: ({ signal }) => apiGet<{ data: Agreement[]; nextCursor: string | null }>('/me/agreements?limit=200', signal),
})

/** The offers that this person made of their own. */
export const myProposalsQuery = queryOptions({
  queryKey: ['me', 'proposals'],
  queryFn: ({ signal }) => apiGet<{ data: MyProposal[]; nextCursor: string | null }>('/me/proposals?limit=50', signal),
})

/** What this person contested, and the answers. */
export const myDisputesQuery = queryOptions({
  queryKey: ['me', 'disputes'],
  queryFn: ({ signal }) => apiGet<{ data: MyDispute[] }>('/me/disputes', signal),
})

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['me', 'agreements', id],
    queryFn: ({ signal }) => apiGet<Agreement>(`/me/agreements/${id}`, signal),
  })

/** The debts of one creditor that are owed and may be negotiated today. */
export function negotiableDebts(debts: MyDebts | undefined, creditorId: string): MyDebt[] {
  return (debts?.data ?? []).filter((debt) => debt.creditor.id === creditorId && !debt.barred && debt.can.negotiate.ok)
}

/** A debt that nobody may collect any more, and that the person may still pay of their own will. */
export function voluntaryDebt(debts: MyDebts | undefined, debtId: string): MyDebt | undefined {
  return debts?.data.find((debt) => debt.id === debtId && debt.barred && debt.can.negotiate.ok)
}
