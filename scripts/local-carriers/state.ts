import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type ProviderName = 'twilio' | 'zenvia' | 'meta'
export type PhoneChannel = 'sms' | 'whatsapp' | 'voice'

/** A customer of one provider. */
export interface Account {
  provider: ProviderName
  /** AccountSid, phone number id; of Zenvia the token. */
  id: string
  /** Auth token, access token, API token. */
  key: string
  /** Auth token, app secret; of Zenvia the header of the subscription. */
  signing: string
  sender: string
  businessAccountId: string | null
  /** Where news go; null until the customer said. */
  webhookUrl: string | null
}

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'received'

/** A message on its way to a phone or a browser, or from a phone. */
export interface Message {
  id: string
  provider: ProviderName | 'push'
  account: string
  channel: PhoneChannel | 'push'
  direction: 'out' | 'in'
  /** The person's: a phone in E.164, or the name of a subscription. */
  phone: string
  text: string
  at: string
  status: MessageStatus
  /** Twilio's StatusCallback. */
  callbackUrl: string | null
  /** Zenvia's externalId, Meta's biz_opaque_callback_data. */
  ours: string | null
}

/** A text that was put before WhatsApp's reviewers. */
export interface Template {
  id: string
  businessAccountId: string
  name: string
  language: string
  body: string
  status: 'PENDING' | 'APPROVED' | 'REJECTED'
}

/** A browser that takes pushes. */
export interface Browser {
  name: string
  privateKey: string
  publicKey: string
  auth: string
  gone: boolean
}

export interface CarriersState {
  accounts: Account[]
  messages: Message[]
  templates: Template[]
  browsers: Browser[]
}

export function readState(file: string | null): CarriersState {
  const empty: CarriersState = { accounts: [], messages: [], templates: [], browsers: [] }
  return file === null || !existsSync(file) ? empty : { ...empty, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<CarriersState>) }
}

/** Puts the state in one step, readable by its owner only. */
export function writeState(file: string, state: CarriersState): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
