import type { Carrier, Outgoing } from '../../carrier.ts'
import type { OpenAccount, Provider } from '../provider.ts'
import { askTwilio, findMessage } from './ask-twilio.ts'
import { eventKeyOf, newsIn } from './news.ts'
import { isGenuine } from './signature.ts'
import { templateForm } from './template-form.ts'

/** Twilio: SMS and WhatsApp by its Messages resource, calls by its Calls resource. */
export const twilio: Provider = { carrierOf, isGenuine, eventKeyOf, newsIn }

function carrierOf(account: OpenAccount): Carrier {
  const send: Carrier['send'] = (outgoing) => SENDERS[account.record.channel](account, outgoing as never)
  // What a template or a call became of is not told in our words.
  return account.record.channel === 'sms' ? { send, find: ({ to, content }) => findMessage(account, { to, text: (content as Outgoing<'sms'>['content']).text }) } : { send }
}

const SENDERS = {
  email: () => Promise.reject(new Error('Twilio sends no e-mail here')),
  // https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
  sms: (account: OpenAccount, { attemptId, to, content }: Outgoing<'sms'>) =>
    askTwilio(account, { resource: 'Messages', attemptId, form: { To: to, ...senderForm(account, ''), Body: content.text } }),
  async whatsapp(account: OpenAccount, { attemptId, to, content }: Outgoing<'whatsapp'>) {
    const form = templateForm(account.templates, content)
    if (!form.ok) return form.error
    return askTwilio(account, { resource: 'Messages', attemptId, form: { To: `whatsapp:${to}`, ...senderForm(account, 'whatsapp:'), ...form.value } })
  },
  // https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource, https://www.twilio.com/docs/voice/twiml/say
  voice: (account: OpenAccount, { attemptId, to, content }: Outgoing<'voice'>) =>
    askTwilio(account, { resource: 'Calls', attemptId, form: { To: to, From: account.record.sender!, Twiml: `<Response><Say language="pt-BR">${escapeXml(content.text)}</Say></Response>`, Timeout: String(RINGS_SECONDS) } }),
}

/** Some five rings; longer would be a nuisance. */
const RINGS_SECONDS = 25

function senderForm({ record }: OpenAccount, prefix: string): Record<string, string> {
  const sender = record.sender!
  return sender.startsWith('MG') && sender.length === 34 ? { MessagingServiceSid: sender } : { From: `${prefix}${sender}` }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
