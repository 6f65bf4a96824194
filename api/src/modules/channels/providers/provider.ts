import type { AccountSecrets } from '../account-secrets.ts'
import type { ChannelAccountRecord } from '../accounts.repository.ts'
import type { Carrier, InboundMessage, Receipt } from '../carrier.ts'
import type { TemplateRecord } from '../templates.repository.ts'

/** One creditor's account, ready to send by. */
export interface OpenAccount {
  record: ChannelAccountRecord
  secrets: AccountSecrets
  /** Where the provider is asked to bring receipts to. */
  callbackUrl: string
  /** What WhatsApp lets the creditor begin with; of WhatsApp alone. */
  templates: readonly TemplateRecord[]
  allowsPrivate: boolean
}

/** What came to the address that an account's provider was given, to the byte. */
export interface Delivery {
  /** As the provider wrote it, with its query. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  bytes: Buffer
}

/** What is known of a template by its provider's own clock. */
export interface TemplateNews {
  name: string
  language: string
  status: 'pending' | 'approved' | 'rejected' | 'paused' | 'disabled'
  reason: string | null
  at: Date
}

export interface News {
  receipts: Receipt[]
  inbound: InboundMessage[]
  templates: TemplateNews[]
}

export const NO_NEWS: News = { receipts: [], inbound: [], templates: [] }

/** What is kept of a delivery, and of whom it is. */
export interface KeptNews {
  creditorId: string
  account: Pick<ChannelAccountRecord, 'id' | 'channel' | 'account'>
  url: string
  text: string
  receivedAt: Date
}

/** A company that brings messages to people, as its documentation says. */
export interface Provider {
  carrierOf(account: OpenAccount): Carrier
  /** Whether the provider signed it, compared in constant time. */
  isGenuine(delivery: Delivery, secrets: AccountSecrets): boolean
  /** What tells this delivery from every other one of the account; null where it cannot be read. */
  eventKeyOf(text: string): string | null
  newsIn(kept: KeptNews): News
}
