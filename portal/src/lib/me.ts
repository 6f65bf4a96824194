import { queryOptions } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MyDebt, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { Me } from '@repactua/shared/contract/identity.ts'
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

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['me', 'agreements', id],
    queryFn: ({ signal }) => apiGet<Agreement>(`/me/agreements/${id}`, signal),
  })

/** The debts of one creditor that may be negotiated today. */
export function negotiableDebts(debts: MyDebts | undefined, creditorId: string): MyDebt[] {
  return (debts?.data ?? []).filter((debt) => debt.creditor.id === creditorId && debt.can.negotiate.ok)
}
