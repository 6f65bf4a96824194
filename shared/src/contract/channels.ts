import { Type, type Static } from 'typebox'
import { Closed, Email, Instant, Line, ListOf, Nullable, OneOf, Said, Words } from './common.ts'

/** Channels that a creditor has an account of its own for. Push needs none: its keys are the installation's. */
export const ACCOUNT_CHANNELS = ['email', 'sms', 'whatsapp', 'voice'] as const
export type AccountChannel = (typeof ACCOUNT_CHANNELS)[number]

export const CHANNEL_PROVIDERS = ['smtp', 'twilio', 'zenvia', 'meta'] as const
export type ChannelProvider = (typeof CHANNEL_PROVIDERS)[number]

const secret = (description: string) => Type.String({ pattern: '^[\\x21-\\x7e]+$', minLength: 8, maxLength: 1_000, description })
const carrier = {
  baseUrl: Type.Optional(Type.String({ pattern: '^https?://[^\\s#@?]+$', maxLength: 300, description: 'Where the provider answers, for a gateway of one’s own; the provider’s public address when left out' })),
  ratePerSecond: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: 'How many messages a second the account may send' })),
}

const SmtpAccountInput = Closed({
  provider: Words(['smtp'] as const),
  fromName: Type.Optional(Said(Line(80), 'Who mails are from; the creditor’s trade name when left out')),
  replyTo: Type.Optional(Said(Email, 'Where answers to mails go')),
})
export type SmtpAccountInput = Static<typeof SmtpAccountInput>

const TwilioAccountInput = Closed({
  provider: Words(['twilio'] as const),
  accountSid: Type.String({ pattern: '^AC[0-9a-fA-F]{32}$', maxLength: 34 }),
  authToken: secret('Signs in calls, and webhooks are checked by it'),
  sender: Type.String({ pattern: '^(\\+\\d{8,15}|\\d{3,8}|MG[0-9a-fA-F]{32}|[A-Za-z0-9 ]{1,11})$', maxLength: 34, description: 'A number in E.164, a short code, a name, or the SID of a messaging service; of calls a number' }),
  ...carrier,
})
export type TwilioAccountInput = Static<typeof TwilioAccountInput>

const ZenviaAccountInput = Closed({
  provider: Words(['zenvia'] as const),
  apiToken: secret('X-API-TOKEN'),
  sender: Type.String({ pattern: '^[\\x21-\\x7e]+$', maxLength: 64, description: 'The sender of the integration' }),
  webhookToken: Type.String({ pattern: '^[\\x21-\\x7e]+$', minLength: 32, maxLength: 200, description: 'Zenvia signs no webhook: this is the header `x-webhook-token` that its subscription is given' }),
  ...carrier,
})
export type ZenviaAccountInput = Static<typeof ZenviaAccountInput>

const MetaAccountInput = Closed({
  provider: Words(['meta'] as const),
  accessToken: secret('Of a system user, with whatsapp_business_messaging and whatsapp_business_management'),
  appSecret: secret('Webhooks are signed by it'),
  verifyToken: secret('What the subscription of the webhook is proved by'),
  phoneNumberId: Type.String({ pattern: '^\\d{5,25}$', maxLength: 25 }),
  businessAccountId: Type.String({ pattern: '^\\d{5,25}$', maxLength: 25, description: 'WhatsApp Business Account, which templates belong to' }),
  apiVersion: Type.Optional(Type.String({ pattern: '^v\\d{1,2}\\.\\d$', maxLength: 6, description: 'v23.0 when left out' })),
  ...carrier,
})
export type MetaAccountInput = Static<typeof MetaAccountInput>

/** What a carrier gave a creditor. E-mail is by `smtp`, SMS by `twilio` or `zenvia`, WhatsApp by one of these or `meta`, calls by `twilio`. */
export const ChannelAccountInput = OneOf('provider', [SmtpAccountInput, TwilioAccountInput, ZenviaAccountInput, MetaAccountInput])
export type ChannelAccountInput = Static<typeof ChannelAccountInput>

export const ChannelAccountParams = Closed({ channel: Words(ACCOUNT_CHANNELS) })

/** No secret is ever shown. */
export const ChannelAccount = Type.Object({
  channel: Words(ACCOUNT_CHANNELS),
  provider: Words(CHANNEL_PROVIDERS),
  baseUrl: Nullable(Type.String()),
  account: Nullable(Said(Type.String(), 'The account SID or the phone number id')),
  sender: Nullable(Type.String()),
  fromName: Nullable(Type.String()),
  replyTo: Nullable(Type.String()),
  businessAccountId: Nullable(Type.String()),
  apiVersion: Nullable(Type.String()),
  ratePerSecond: Type.Integer(),
  webhookUrl: Nullable(Said(Type.String(), 'Where the provider brings receipts and answers: keep it as a secret. Null for e-mail, whose bounces come to the installation')),
  changedAt: Instant,
})
export type ChannelAccount = Static<typeof ChannelAccount>

export const WHATSAPP_TEMPLATE_STATUSES = ['waiting', 'pending', 'approved', 'rejected', 'paused', 'disabled'] as const
export type WhatsappTemplateStatus = (typeof WHATSAPP_TEMPLATE_STATUSES)[number]

const template = {
  name: Type.String({ pattern: '^[a-z0-9_]{1,120}$', maxLength: 120 }),
  language: Type.String({ pattern: '^[a-z]{2,3}(_[A-Z]{2})?$', maxLength: 6, examples: ['pt_BR'] }),
  category: Words(['utility', 'marketing'] as const),
  body: Type.String({ minLength: 1, maxLength: 1_024, description: 'With {{1}}, {{2}} and so on where values go' }),
  examples: Type.Array(Line(200), { maxItems: 20, description: 'One value for each place, which reviewers read' }),
}

/** A text that a creditor wants to begin conversations with. */
export const WhatsappTemplateInput = Closed({
  ...template,
  providerTemplateId: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]+$', maxLength: 100, description: 'At Twilio its ContentSid, at Zenvia its id: there it is approved in the provider’s console first, and counts as approved here. At Meta left out: it is submitted' })),
  fields: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z0-9_]{1,60}$', maxLength: 60 }), { maxItems: 20, description: 'At Zenvia: how each place is named, in order' })),
})
export type WhatsappTemplateInput = Static<typeof WhatsappTemplateInput>

/** It is sent while it is `approved`, and at no other time. */
export const WhatsappTemplate = Type.Object({
  ...template,
  status: Words(WHATSAPP_TEMPLATE_STATUSES, { description: '`waiting` until the provider has it, `pending` while it is reviewed' }),
  reason: Nullable(Said(Type.String(), 'Why the provider refused it, by its own code')),
  providerTemplateId: Nullable(Type.String()),
  changedAt: Instant,
})
export type WhatsappTemplate = Static<typeof WhatsappTemplate>
export const WhatsappTemplateList = ListOf(WhatsappTemplate)

/** The key that a browser subscribes to push by (RFC 8292). */
export const PushKey = Type.Object({ publicKey: Said(Type.String(), 'P-256, uncompressed, base64url: `applicationServerKey`') })
export type PushKey = Static<typeof PushKey>

export const CarrierWebhookParams = Closed({ secret: Type.String({ pattern: '^[0-9a-f]{32}[A-Za-z0-9_-]{43}$', maxLength: 75 }) })

export const CarrierChallenge = Type.Object({
  'hub.mode': Type.String({ maxLength: 40 }),
  'hub.verify_token': Type.String({ maxLength: 1_000 }),
  'hub.challenge': Type.String({ pattern: '^[A-Za-z0-9_-]{1,200}$', maxLength: 200 }),
})
