import { queryOptions } from '@tanstack/react-query'
import type { PushKey } from '@repactua/shared/contract/channels.ts'
import type { ContactChoiceInput, ContactChoices, PushSubscriptionInput } from '@repactua/shared/contract/contact-choices.ts'
import { apiDelete, apiGet, apiPut } from '../../lib/api-client.ts'

/** Where this person is written to, by which channels and of what. Each change answers the same anew. */
export const choicesQuery = queryOptions({
  queryKey: ['me', 'contact-choices'],
  queryFn: ({ signal }) => apiGet<ContactChoices>('/me/contact-choices', signal),
})

export function choose(input: ContactChoiceInput): Promise<ContactChoices> {
  return apiPut<ContactChoices>('/me/contact-choices', input)
}

export function pause(): Promise<ContactChoices> {
  return apiPut<ContactChoices>('/me/contact-pause')
}

export function resume(): Promise<ContactChoices> {
  return apiDelete<ContactChoices>('/me/contact-pause')
}

/** The key that a browser subscribes by; an error where this installation sends no pushes. */
export const pushKeyQuery = queryOptions({
  queryKey: ['push-key'],
  queryFn: ({ signal }) => apiGet<PushKey>('/push-key', signal),
  staleTime: Infinity,
})

export function keepSubscription(subscription: PushSubscriptionInput): Promise<ContactChoices> {
  return apiPut<ContactChoices>('/me/push-subscriptions', subscription)
}

export function dropSubscription(endpoint: string): Promise<ContactChoices> {
  return apiDelete<ContactChoices>('/me/push-subscriptions', { endpoint })
}
