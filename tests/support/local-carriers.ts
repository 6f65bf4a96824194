import type { Clock } from '@repactua/api/platform/clock.ts'
import type { ChannelAccountInput } from '@repactua/shared/contract/channels.ts'
import { afterAll } from 'vitest'
import type { Faults, RequestFault } from '../../scripts/local-carriers/faults/faults.ts'
import { openCarriers } from '../../scripts/local-carriers/open-carriers.ts'
import type { Writing } from '../../scripts/local-carriers/phone-writes.ts'
import type { Message, ProviderName } from '../../scripts/local-carriers/state.ts'

/** What is said of the faults; the rest goes well. */
export type CarrierFaults = Partial<Omit<Faults, 'requests' | 'webhooks'>> & {
  requests?: (Pick<RequestFault, 'kind'> & Partial<RequestFault>)[]
  webhooks?: Partial<Faults['webhooks']>
}

export interface TestCarriers {
  url: string
  /** An account; what it gives is the body of `PUT /v1/channel-accounts/{channel}`. */
  openAccount(provider: ProviderName, sender: string): Promise<ChannelAccountInput>
  /** Where an account's receipts and incoming messages go; `account` is its SID, number id or token. */
  setWebhook(account: string, url: string): Promise<void>
  /** Everything that went out and came in, oldest first. */
  messages(): Promise<Message[]>
  /** A person writes. */
  write(writing: Writing): Promise<Message>
  /** The reviewers' word on a template. */
  review(name: string, status: 'APPROVED' | 'REJECTED'): Promise<void>
  /** A browser's push subscription. */
  openBrowser(): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } }>
  /** Every browser takes its subscription back. */
  forgetBrowsers(): Promise<void>
  setFaults(faults: CarrierFaults): Promise<void>
  /** Lets held news go; resolves when each was delivered or refused once. */
  releaseWebhooks(order?: 'first' | 'last'): Promise<number>
}

/** Carriers of its own for one test file, closed after its last test. Call it at the top level: `const carriers = await localCarriers()`. */
export async function localCarriers({ clock }: { clock?: Clock } = {}): Promise<TestCarriers> {
  const { url, close } = await openCarriers({ folder: null, port: 0, mailUrl: null, reviews: false, ...(clock ? { clock } : {}) })
  afterAll(close)
  const ask = <T>(method: string, path: string, body?: object): Promise<T> => knob<T>(`${url}${path}`, method, body)
  return {
    url,
    openAccount: (provider, sender) => ask('POST', '/local/accounts', { provider, sender }),
    setWebhook: async (account, hook) => void (await ask('PUT', '/local/webhooks', { account, url: hook })),
    messages: () => ask('GET', '/local/messages'),
    write: (writing) => ask('POST', '/local/inbound', writing),
    review: async (name, status) => void (await ask('POST', '/local/templates', { name, status })),
    openBrowser: () => ask('POST', '/local/browsers', {}),
    forgetBrowsers: async () => void (await ask('POST', '/local/browsers/gone', {})),
    setFaults: async (faults) => void (await ask('PUT', '/local/faults', faults)),
    releaseWebhooks: async (order = 'first') => (await ask<{ released: number }>('POST', '/local/webhooks/release', { order })).released,
  }
}

async function knob<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}) })
  const answer = (await response.json()) as T & { refused?: string }
  if (!response.ok) throw new Error(answer.refused ?? JSON.stringify(answer))
  return answer
}
