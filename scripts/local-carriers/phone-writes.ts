import { addMessage, newId, type Carriers } from './carriers.ts'
import type { Account, Message } from './state.ts'
import { tellInbound } from './webhooks/tell.ts'

export interface Writing {
  phone: string
  text: string
  /** Whom to: by their id, or whoever wrote to the phone last on the channel. */
  account?: string
  channel: 'sms' | 'whatsapp'
}

/** A person writes from a phone; null where there is nobody to write to. */
export function writeFrom(carriers: Carriers, { phone, text, account, channel }: Writing): Message | null {
  const last = carriers.state.messages.findLast((one) => one.direction === 'out' && one.channel === channel && one.phone === phone && one.account === (account ?? one.account))
  const customer = carriers.state.accounts.find(({ id }) => id === (account ?? last?.account))
  if (!customer) return null
  const message = addMessage(carriers, { id: idAt(customer), provider: customer.provider, account: customer.id, channel, direction: 'in', phone, text, status: 'received', callbackUrl: null, ours: null })
  tellInbound(carriers, customer, message, channel === 'whatsapp' && last ? last.id : null)
  return message
}

function idAt({ provider }: Account): string {
  return newId(provider === 'twilio' ? 'SM' : provider === 'meta' ? 'wamid.' : '')
}
