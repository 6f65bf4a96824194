import type { InboundMessage, Receipt } from '../../carrier.ts'
import { at, attemptOf, instantOf, listAt, parseJson, textAt } from '../fields.ts'
import { phoneOf } from '../phones.ts'
import type { KeptNews, News, TemplateNews } from '../provider.ts'
import { isUnreachable, wordOf } from './errors.ts'

/** A notification has no id: told again it is the same bytes. */
export function eventKeyOf(text: string): string | null {
  return at(parseJson(text), 'object') === 'whatsapp_business_account' ? text : null
}

/** Reads statuses, messages and news of templates: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples */
export function newsIn(kept: KeptNews): News {
  const changes = listAt(parseJson(kept.text), 'entry').flatMap((entry) => listAt(entry, 'changes').map((change) => ({ field: textAt(change, 'field'), value: at(change, 'value'), time: at(entry, 'time') })))
  // One app may serve more numbers than this one.
  const mine = changes.filter(({ field, value }) => field === 'messages' && textAt(value, 'metadata', 'phone_number_id') === kept.account.account)
  return {
    receipts: mine.flatMap(({ value }) => listAt(value, 'statuses').flatMap((status) => receiptIn(kept, status) ?? [])),
    inbound: mine.flatMap(({ value }) => listAt(value, 'messages').flatMap((message) => inboundIn(kept, message) ?? [])),
    templates: changes.filter(({ field }) => field === 'message_template_status_update').flatMap(({ value, time }) => templateIn(kept, value, time) ?? []),
  }
}

function receiptIn({ receivedAt }: KeptNews, status: unknown): Receipt | null {
  const id = textAt(status, 'id')
  const code = Number(at(status, 'errors', 0, 'code'))
  const told = RECEIPTS[textAt(status, 'status') ?? '']
  if (!id || !told) return null
  return {
    ...attemptOf(textAt(status, 'biz_opaque_callback_data')), providerMessageId: id, at: secondsOf(at(status, 'timestamp'), receivedAt),
    ...(told === 'failed' ? { kind: isUnreachable(code) ? 'bounced' : 'failed', reason: wordOf(code) } : { kind: told }),
  }
}

const RECEIPTS: Record<string, 'sent' | 'delivered' | 'read' | 'failed'> = { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' }

function inboundIn({ creditorId, account, receivedAt }: KeptNews, message: unknown): InboundMessage | null {
  const [id, from, repliesTo] = [textAt(message, 'id'), textAt(message, 'from'), textAt(message, 'context', 'id')]
  if (!id || !from) return null
  return { channel: 'whatsapp', accountId: account.id, creditorId, from: phoneOf(from), text: wordsOf(message), at: secondsOf(at(message, 'timestamp'), receivedAt), providerMessageId: id, ...(repliesTo ? { repliesTo } : {}) }
}

// What was typed, or the button that was pressed. A picture or a voice says nothing that could be read.
function wordsOf(message: unknown): string {
  return textAt(message, 'text', 'body') ?? textAt(message, 'button', 'text') ?? textAt(message, 'interactive', 'button_reply', 'title') ?? textAt(message, 'interactive', 'list_reply', 'title') ?? ''
}

function templateIn({ receivedAt }: KeptNews, value: unknown, time: unknown): TemplateNews | null {
  const [name, language, reason] = [textAt(value, 'message_template_name'), textAt(value, 'message_template_language'), textAt(value, 'reason')]
  const status = TEMPLATES[textAt(value, 'event') ?? '']
  if (!name || !language || !status) return null
  return { name, language: language.replace('-', '_'), status, reason: reason && reason !== 'NONE' && /^[A-Z_]{1,60}$/.test(reason) ? reason.toLowerCase() : null, at: secondsOf(time, receivedAt) }
}

// Flagged, locked and unlocked change nothing: it can still be sent. https://developers.facebook.com/docs/whatsapp/business-management-api/webhooks/components#message_template_status_update
const TEMPLATES: Record<string, TemplateNews['status']> = {
  APPROVED: 'approved', REINSTATED: 'approved', PENDING: 'pending', IN_APPEAL: 'pending', REJECTED: 'rejected', PAUSED: 'paused',
  DISABLED: 'disabled', PENDING_DELETION: 'disabled', DELETED: 'disabled', ARCHIVED: 'disabled',
}

function secondsOf(seconds: unknown, receivedAt: Date): Date {
  return instantOf(new Date(Number(seconds || Number.NaN) * 1_000), receivedAt)
}
