import type { InboundMessage, Receipt } from '../../carrier.ts'
import { attemptOf } from '../fields.ts'
import { phoneOf } from '../phones.ts'
import { NO_NEWS, type KeptNews, type News } from '../provider.ts'
import { isBadAddress, wordOf } from './errors.ts'

/** What tells a webhook from others: the message with its status, or what a person sent. Null where it names no message and no call. */
export function eventKeyOf(text: string): string | null {
  const form = new URLSearchParams(text)
  const sid = sidOf(form)
  return sid && `${sid}:${form.get('MessageStatus') ?? form.get('CallStatus') ?? form.get('SmsStatus') ?? ''}`
}

/** Reads a status callback of a message or call, or what a person sent: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status, /webhook-request */
export function newsIn(kept: KeptNews): News {
  const form = new URLSearchParams(kept.text)
  const isInbound = !form.has('MessageStatus') && form.get('SmsStatus') === 'received'
  if (isInbound) return { ...NO_NEWS, inbound: inboundIn(kept, form) }
  const receipt = receiptIn(kept, form)
  return { ...NO_NEWS, receipts: receipt ? [receipt] : [] }
}

function inboundIn({ creditorId, account, receivedAt }: KeptNews, form: URLSearchParams): InboundMessage[] {
  if (account.channel !== 'sms' && account.channel !== 'whatsapp') return []
  const repliesTo = form.get('OriginalRepliedMessageSid')
  return [{
    channel: account.channel, accountId: account.id, creditorId, from: phoneOf(form.get('From') ?? ''), text: form.get('Body') ?? '', at: receivedAt, providerMessageId: sidOf(form)!,
    ...(repliesTo ? { repliesTo } : {}),
  }]
}

function receiptIn({ url, receivedAt }: KeptNews, form: URLSearchParams): Receipt | null {
  const status = form.get('MessageStatus') ?? form.get('CallStatus') ?? ''
  const code = Number(form.get('ErrorCode'))
  const kind = KINDS[status] && code && isBadAddress(code) ? 'bounced' : KINDS[status]
  if (!kind) return null
  const reason = kind === 'failed' || kind === 'bounced' ? { reason: code ? wordOf(code) : `twilio_${status}` } : {}
  return { ...attemptOf(new URL(url).searchParams.get('attempt')), providerMessageId: sidOf(form)!, kind, at: receivedAt, ...reason }
}

// On its way (queued, sending, ringing) is no news.
const KINDS: Record<string, Receipt['kind']> = {
  sent: 'sent', delivered: 'delivered', read: 'read', undelivered: 'failed', failed: 'failed', canceled: 'failed',
  // Of calls: whoever answered heard it.
  completed: 'delivered', busy: 'failed', 'no-answer': 'failed',
}

function sidOf(form: URLSearchParams): string | null {
  return form.get('MessageSid') ?? form.get('CallSid')
}
