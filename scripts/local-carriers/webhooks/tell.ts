import { createHmac } from 'node:crypto'
import { newId, type Carriers } from '../carriers.ts'
import type { Account, Message, MessageStatus, Template } from '../state.ts'
import { postNotice } from './post-office.ts'

/** Gives a message its next status, and tells its customer as its provider does. */
export function turnMessage(carriers: Carriers, message: Message, status: MessageStatus, errorCode?: number): void {
  message.status = status
  carriers.touch()
  const account = accountOf(carriers, message)
  if (account) TELLERS[account.provider].status(carriers, account, message, errorCode)
}

/** Tells a customer what a person wrote. */
export function tellInbound(carriers: Carriers, account: Account, message: Message, repliesTo: string | null): void {
  TELLERS[account.provider].inbound(carriers, account, message, repliesTo)
}

/** Tells what the reviewers of WhatsApp said of a text. */
export function tellTemplate(carriers: Carriers, account: Account, { id, name, language, status }: Template): void {
  const value = { event: status, message_template_id: id, message_template_name: name, message_template_language: language, reason: status === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE' }
  postMeta(carriers, account, 'message_template_status_update', value)
}

function accountOf({ state }: Carriers, message: Message): Account | undefined {
  return state.accounts.find(({ provider, id }) => provider === message.provider && id === message.account)
}

interface Teller {
  status(carriers: Carriers, account: Account, message: Message, errorCode?: number): void
  inbound(carriers: Carriers, account: Account, message: Message, repliesTo: string | null): void
}

const TELLERS: Record<Account['provider'], Teller> = {
  twilio: {
    status(carriers, account, { id, phone, channel, status, callbackUrl }, errorCode) {
      if (!callbackUrl) return
      const address = channel === 'whatsapp' ? `whatsapp:${phone}` : phone
      const word = status === 'failed' ? 'undelivered' : status
      const form = channel === 'voice'
        ? { CallSid: id, CallStatus: status === 'failed' ? 'no-answer' : 'completed', CallDuration: '12', From: account.sender, To: phone, AccountSid: account.id, ApiVersion: '2010-04-01', Direction: 'outbound-api' }
        : { MessageSid: id, SmsSid: id, MessageStatus: word, SmsStatus: word, To: address, From: account.sender, AccountSid: account.id, ApiVersion: '2010-04-01', ...(errorCode ? { ErrorCode: String(errorCode) } : {}) }
      postTwilio(carriers, account, callbackUrl, form)
    },
    inbound(carriers, account, { id, phone, text, channel }, repliesTo) {
      const prefix = channel === 'whatsapp' ? 'whatsapp:' : ''
      if (account.webhookUrl) postTwilio(carriers, account, account.webhookUrl, { MessageSid: id, SmsSid: id, SmsMessageSid: id, SmsStatus: 'received', From: `${prefix}${phone}`, To: `${prefix}${account.sender}`, Body: text, NumMedia: '0', NumSegments: '1', AccountSid: account.id, ApiVersion: '2010-04-01', ...(repliesTo ? { OriginalRepliedMessageSid: repliesTo } : {}) })
    },
  },
  zenvia: {
    status(carriers, account, { id, channel, status, phone, ours }, errorCode) {
      const code = status === 'failed' ? 'NOT_DELIVERED' : status.toUpperCase()
      const causes = errorCode ? { causes: [{ channelErrorCode: String(errorCode), reason: 'UNREACHABLE' }] } : {}
      postZenvia(carriers, account, { type: 'MESSAGE_STATUS', channel, message: { id, externalId: ours, contentIndex: 0, direction: 'OUT', from: account.sender, to: phone.slice(1) }, messageStatus: { timestamp: carriers.clock.now().toISOString(), code, ...causes } })
    },
    inbound(carriers, account, { id, phone, text, channel }) {
      const timestamp = carriers.clock.now().toISOString()
      postZenvia(carriers, account, { type: 'MESSAGE', channel, direction: 'IN', message: { id, from: phone.slice(1), to: account.sender, direction: 'IN', channel, contents: [{ type: 'text', text }], timestamp } })
    },
  },
  meta: {
    status(carriers, account, { id, phone, status, ours }, errorCode) {
      const errors = errorCode ? { errors: [{ code: errorCode, title: 'Message undeliverable' }] } : {}
      postMeta(carriers, account, 'messages', metaValue(account, { statuses: [{ id, status, timestamp: secondsOf(carriers), recipient_id: phone.slice(1), ...(ours ? { biz_opaque_callback_data: ours } : {}), ...errors }] }))
    },
    inbound(carriers, account, { id, phone, text }, repliesTo) {
      const context = repliesTo ? { context: { from: account.sender, id: repliesTo } } : {}
      postMeta(carriers, account, 'messages', metaValue(account, { contacts: [{ wa_id: phone.slice(1), profile: { name: 'Pessoa de mentira' } }], messages: [{ from: phone.slice(1), id, timestamp: secondsOf(carriers), type: 'text', text: { body: text }, ...context }] }))
    },
  },
}

function metaValue({ id, sender }: Account, value: object): object {
  return { messaging_product: 'whatsapp', metadata: { display_phone_number: sender, phone_number_id: id }, ...value }
}

function secondsOf({ clock }: Carriers): string {
  return String(Math.floor(clock.now().getTime() / 1_000))
}

// https://www.twilio.com/docs/usage/security#validating-requests
function postTwilio(carriers: Carriers, { signing }: Account, url: string, form: Record<string, string>): void {
  const signed = url + Object.keys(form).sort().map((name) => name + form[name]).join('')
  const signature = createHmac('sha1', signing).update(signed).digest('base64')
  postNotice(carriers, { url, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': signature }, body: new URLSearchParams(form).toString() })
}

function postZenvia(carriers: Carriers, { webhookUrl, signing }: Account, event: object): void {
  const body = JSON.stringify({ id: newId(''), timestamp: carriers.clock.now().toISOString(), subscriptionId: 'assinatura-1', ...event })
  if (webhookUrl) postNotice(carriers, { url: webhookUrl, headers: { 'content-type': 'application/json', 'x-webhook-token': signing }, body })
}

function postMeta(carriers: Carriers, { webhookUrl, signing, businessAccountId }: Account, field: string, value: object): void {
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: businessAccountId, time: Number(secondsOf(carriers)), changes: [{ value, field }] }] })
  const signature = `sha256=${createHmac('sha256', signing).update(body).digest('hex')}`
  if (webhookUrl) postNotice(carriers, { url: webhookUrl, headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature }, body })
}
