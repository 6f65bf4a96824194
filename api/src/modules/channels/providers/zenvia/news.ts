import type { InboundMessage, Receipt } from '../../carrier.ts'
import { at, attemptOf, instantOf, listAt, parseJson, textAt } from '../fields.ts'
import { isUnreachable } from '../meta/errors.ts'
import { phoneOf } from '../phones.ts'
import { NO_NEWS, type KeptNews, type News } from '../provider.ts'

/** The event's own id: "can be used to identify retried deliveries". */
export function eventKeyOf(text: string): string | null {
  return textAt(parseJson(text), 'id')
}

/** Reads events of the types MESSAGE_STATUS and MESSAGE. */
export function newsIn(kept: KeptNews): News {
  const event = parseJson(kept.text)
  const receipt = at(event, 'type') === 'MESSAGE_STATUS' ? receiptIn(kept, event) : null
  const inbound = at(event, 'type') === 'MESSAGE' && at(event, 'direction') === 'IN' ? inboundIn(kept, event) : null
  return { ...NO_NEWS, receipts: receipt ? [receipt] : [], inbound: inbound ? [inbound] : [] }
}

function receiptIn({ receivedAt }: KeptNews, event: unknown): Receipt | null {
  const providerMessageId = textAt(event, 'message', 'id') ?? textAt(event, 'messageId')
  const code = textAt(event, 'messageStatus', 'code') ?? ''
  const told = KINDS[code]
  if (!providerMessageId || !told) return null
  const cause = textAt(event, 'messageStatus', 'causes', 0, 'channelErrorCode')
  const kind = told === 'failed' && isUnreachable(Number(cause)) ? 'bounced' : told
  const toldAt = instantOf(new Date(textAt(event, 'messageStatus', 'timestamp') ?? ''), receivedAt)
  return { ...attemptOf(textAt(event, 'message', 'externalId')), providerMessageId, kind, at: toldAt, ...(told === 'failed' ? { reason: reasonOf(code, cause) } : {}) }
}

// A click is no receipt, and a message that its sender deleted is none either.
const KINDS: Record<string, Receipt['kind']> = { SENT: 'sent', DELIVERED: 'delivered', VERIFIED: 'delivered', READ: 'read', REJECTED: 'failed', NOT_DELIVERED: 'failed' }

function reasonOf(code: string, cause: string | null): string {
  return cause !== null && /^\w{1,40}$/.test(cause) ? `zenvia_${cause.toLowerCase()}` : `zenvia_${code.toLowerCase()}`
}

function inboundIn({ creditorId, account, receivedAt }: KeptNews, event: unknown): InboundMessage | null {
  const [id, from] = [textAt(event, 'message', 'id'), textAt(event, 'message', 'from')]
  if (!id || !from || (account.channel !== 'sms' && account.channel !== 'whatsapp')) return null
  const text = listAt(event, 'message', 'contents').flatMap((content) => textAt(content, 'text') ?? []).join('\n')
  return { channel: account.channel, accountId: account.id, creditorId, from: phoneOf(from), text, at: instantOf(new Date(textAt(event, 'message', 'timestamp') ?? ''), receivedAt), providerMessageId: id }
}
