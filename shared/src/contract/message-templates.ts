import { Type, type Static } from 'typebox'
import { Closed, Cursor, Email, Instant, Limit, Nullable, OneOf, Words } from './common.ts'
import { PURPOSES } from './messaging.ts'

export const LANGUAGES = ['pt-BR', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const VARIABLE_TYPES = ['text', 'lines', 'day', 'count', 'cents'] as const

const Name = Type.String({ pattern: '^[a-z][A-Za-z0-9]{1,29}$', maxLength: 30, examples: ['dueOn'] })

/** A value that whoever sends the message gives. `lines` is a text that keeps its line breaks. A day is printed in words, cents as money, everything escaped. */
export const TemplateVariable = Closed({
  name: Name,
  type: Words(VARIABLE_TYPES),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: 'Of a text, 60 where it is not said; longer values are cut at a word' })),
})
export type TemplateVariable = Static<typeof TemplateVariable>

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S', description: 'Plain text with `{{names}}` of values' })

export const EmailContent = Closed({
  subject: Text(80),
  preheader: Type.Unsafe<string>({ ...Text(120), description: 'What an inbox shows beside the subject' }),
  heading: Text(80),
  paragraphs: Type.Array(Text(600), { minItems: 1, maxItems: 8 }),
  button: Type.Unsafe<string>({ ...Text(40), description: 'The words of the one button; it leads to {{link}}' }),
})
export type EmailContent = Static<typeof EmailContent>

export const SmsContent = Closed({
  text: Text(480),
  linkFree: Type.Boolean({ description: 'Instead of {{link}} the message tells the person to open the site that they know' }),
})
export type SmsContent = Static<typeof SmsContent>

export const WHATSAPP_CATEGORIES = ['utility', 'marketing'] as const

export const WhatsappContent = Closed({
  templateName: Type.Union([Type.String({ pattern: '^[a-z][a-z0-9_]{1,63}$', maxLength: 64 }), Type.Null()], { description: 'Its name at Meta; null for text that is sent within 24 hours of the person’s own message' }),
  category: Words(WHATSAPP_CATEGORIES),
  body: Text(1_024),
})
export type WhatsappContent = Static<typeof WhatsappContent>

export const PushContent = Closed({ title: Text(50), body: Text(120) })
export type PushContent = Static<typeof PushContent>

export const VoiceContent = Closed({ text: Text(600) })
export type VoiceContent = Static<typeof VoiceContent>

export const TemplateContent = Closed({
  email: Type.Optional(EmailContent),
  sms: Type.Optional(SmsContent),
  whatsapp: Type.Optional(WhatsappContent),
  push: Type.Optional(PushContent),
  voice: Type.Optional(VoiceContent),
}, { description: 'One text for each channel that the message may take. An e-mail’s frame bears the creditor’s name, CNPJ and address, the code and the way out by itself' })
export type TemplateContent = Static<typeof TemplateContent>

export const LINT_RULES = [
  'threat', 'posing-as-authority', 'shame', 'false-urgency', 'shouting', 'third-party', 'lock-screen', 'credit-pressure', 'school-debt', 'public-programme',
  'asks-secret', 'foreign-link', 'written-amount', 'amount-without-permission', 'missing-identity', 'missing-way-out', 'missing-link', 'missing-code',
  'unknown-variable', 'unused-variable', 'misplaced-variable', 'broken-placeholder', 'sms-too-long', 'sms-not-gsm7', 'whatsapp-form', 'strange-letters', 'key-taken', 'nothing-said',
] as const

/** What is wrong with a text, and what to write instead. */
export const TemplateFinding = Type.Object({
  rule: Words(LINT_RULES),
  severity: Words(['error', 'warning'] as const, { description: 'A text with an error is not published' }),
  source: Type.String({ description: 'The law, the standard or the custom that says so' }),
  pointer: Type.String({ description: 'Where, as a JSON pointer', examples: ['/content/email/subject'] }),
  excerpt: Type.String(),
  instead: Type.String({ description: 'What to do instead, in Portuguese' }),
})
export type TemplateFinding = Static<typeof TemplateFinding>

const draft = {
  key: Type.String({ pattern: '^[a-z][a-z0-9-]{2,39}$', maxLength: 40, description: 'One of the house, whose text this takes the place of, or one’s own', examples: ['debt-reminder'] }),
  language: Words(LANGUAGES),
  purpose: Words(PURPOSES),
  variables: Type.Array(TemplateVariable, { maxItems: 12, description: 'What the sender gives beside firstName, creditorName, creditorDocument, creditorAddress, link, code and unsubscribeUrl' }),
  content: TemplateContent,
}
export const TemplateInput = Closed({
  ...draft,
  allowsAmounts: Type.Optional(Type.Boolean({ description: 'The creditor takes it upon itself that amounts stand in the text of e-mails and WhatsApp messages. Not where it is left out' })),
})
export type TemplateInput = Static<typeof TemplateInput>

/** A text of one's own by its id, one of the house by its key and language. */
export const TemplateId = Type.String({ pattern: '^(template_[0-9a-f-]{36}|[a-z][a-z0-9-]{2,39}\\.(pt-BR|en))$', maxLength: 64, examples: ['template_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', 'debt-reminder.pt-BR'] })

export const TEMPLATE_STATUSES = ['draft', 'published', 'superseded', 'house'] as const

export const Template = Type.Object({
  id: TemplateId,
  ...draft,
  allowsAmounts: Type.Boolean(),
  status: Words(TEMPLATE_STATUSES, { description: '`house`: built in, for every creditor that has no text of its own under that key' }),
  version: Nullable(Type.Integer({ description: 'Counted by key and language; null until it is published' })),
  findings: Type.Array(TemplateFinding),
  whatsappTemplate: Nullable(Type.Object({
    name: Type.String(), language: Type.String(), category: Words(WHATSAPP_CATEGORIES), body: Type.String(), examples: Type.Array(Type.String()),
  }, { description: 'As Meta takes it for approval, with {{1}}, {{2}}...: what POST /v1/channel-accounts/whatsapp/templates asks for' })),
  createdAt: Nullable(Instant),
  publishedAt: Nullable(Instant),
})
export type Template = Static<typeof Template>

export const TemplateQuery = Closed({
  of: Type.Optional(Words(['creditor', 'house'] as const, { description: 'Whose texts: one’s own, newest first, or those that are built in. One’s own where it is not said' })),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Limit),
})
export type TemplateQuery = Static<typeof TemplateQuery>

export const LintedTemplate = Type.Object({ publishable: Type.Boolean(), findings: Type.Array(TemplateFinding) })
export type LintedTemplate = Static<typeof LintedTemplate>

/** A message with invented values, as each channel takes it; null for a channel that has no text. */
export const TemplatePreview = Type.Object({
  email: Nullable(Type.Object({ subject: Type.String(), html: Type.String(), text: Type.String() })),
  sms: Nullable(Type.Object({ text: Type.String(), parts: Type.Integer(), length: Type.Integer({ description: 'Of 160 places; a sign of the extension takes two' }) })),
  whatsapp: Nullable(Type.Object({ templateName: Nullable(Type.String()), language: Type.String(), parameters: Type.Array(Type.String()), text: Type.String() })),
  push: Nullable(Type.Object({ title: Type.String(), body: Type.String(), url: Type.String() })),
  voice: Nullable(Type.Object({ text: Type.String() })),
})
export type TemplatePreview = Static<typeof TemplatePreview>

const Phone = Type.String({ minLength: 8, maxLength: 20, description: 'A Brazilian phone', examples: ['+5511912345678'] })

/** Where a test goes: to an address of the creditor’s own people. */
export const TestMessageInput = OneOf('channel', [
  Closed({ channel: Type.Literal('email'), to: Email }),
  Closed({ channel: Type.Literal('sms'), to: Phone }),
  Closed({ channel: Type.Literal('whatsapp'), to: Phone }),
  Closed({ channel: Type.Literal('voice'), to: Phone }),
])
export type TestMessageInput = Static<typeof TestMessageInput>
