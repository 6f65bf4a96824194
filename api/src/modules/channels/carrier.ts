/** What goes out by each channel, rendered. */
export interface ChannelContent {
  email: { subject: string; html: string; text: string }
  sms: { text: string }
  /** A template that WhatsApp approved, with the values of its {{1}}, {{2}}...; without a name, `text` itself, within 24 hours of the person's own message. */
  whatsapp: { templateName: string | null; language: string; parameters: readonly string[]; text: string }
  push: { title: string; body: string; url: string }
  voice: { text: string }
}
export type Channel = keyof ChannelContent

export interface Outgoing<C extends Channel = Channel> {
  /** One attempt to send, by its UUID: a provider that can carry it brings it back with its receipts. */
  attemptId: string
  /** A phone in E.164, an e-mail address, or for push the browser's subscription as JSON. */
  to: string
  content: ChannelContent[C]
  /** Where the message is no more wanted by one click (RFC 8058); of e-mails alone. */
  unsubscribeUrl?: string
}

/**
 * What became of an attempt. `in_doubt`: the request was written and no answer came, so that it may have gone out; the provider's
 * receipt tells. `busy` and `down` went out for certain not. `reason` is a code of the provider ("twilio_21610"), never its words.
 */
export type SendOutcome =
  | { kind: 'accepted'; providerMessageId: string }
  | { kind: 'refused'; reason: string; badAddress: boolean }
  | { kind: 'busy'; retryAfterSeconds: number | null }
  | { kind: 'down' }
  | { kind: 'in_doubt' }

/** The `reason` by which every provider of ours says that the person has told the sender to stop. */
export const UNSUBSCRIBED = 'unsubscribed'

export interface Carrier<C extends Channel = Channel> {
  send(outgoing: Outgoing<C>): Promise<SendOutcome>
  /** Asks the provider whether it has an attempt; null where it has not, `down` where it does not say. Only where the provider can tell. */
  find?(outgoing: Outgoing<C>): Promise<SendOutcome | null>
}

/** How one creditor sends by one channel. */
export interface OpenCarrier<C extends Channel = Channel> {
  /** What its rate and its breaker belong to: the provider's host and the account. */
  line: string
  ratePerSecond: number
  carrier: Carrier<C>
}

/** What a provider tells of a message that went out. Told twice, or late, it is the same. */
export interface Receipt {
  attemptId?: string
  providerMessageId: string
  kind: 'sent' | 'delivered' | 'read' | 'bounced' | 'failed' | 'complained'
  at: Date
  reason?: string
}

/** What a person wrote to a creditor. */
export interface InboundMessage {
  channel: 'sms' | 'whatsapp'
  accountId: string
  creditorId: string
  /** E.164. */
  from: string
  text: string
  at: Date
  providerMessageId: string
  /** The provider's id of the message that it answers. */
  repliesTo?: string
}
