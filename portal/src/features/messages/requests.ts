import { queryOptions } from '@tanstack/react-query'
import type { MessageLink, MessageVerification, Unsubscription } from '@repactua/shared/contract/message-checks.ts'
import { apiDelete, apiGet, apiPost } from '../../lib/api-client.ts'

/** Where a message's link leads, told to whoever holds it and saying nothing of a person. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: ['message-link', token],
    queryFn: () => apiPost<MessageLink>('/message-links', { token }),
    staleTime: Infinity,
    gcTime: 0,
  })
}

/** When, by which channel and for which creditor a message with this code was sent. */
export function messageQuery(code: string) {
  return queryOptions({
    queryKey: ['message-verification', code],
    queryFn: ({ signal }) => apiGet<MessageVerification>(`/message-verifications/${encodeURIComponent(code)}`, signal),
  })
}

const wayOut = (token: string) => `/unsubscriptions/${encodeURIComponent(token)}`

/** What the way out of a message stops, or has stopped. */
export function wayOutQuery(token: string) {
  return queryOptions({ queryKey: ['unsubscription', token], queryFn: ({ signal }) => apiGet<Unsubscription>(wayOut(token), signal) })
}

export function unsubscribe(token: string): Promise<Unsubscription> {
  return apiPost<Unsubscription>(wayOut(token))
}

/** Takes that back. */
export function resubscribe(token: string): Promise<Unsubscription> {
  return apiDelete<Unsubscription>(wayOut(token))
}
