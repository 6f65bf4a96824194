import type { Language, TemplateContent, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { Purpose } from '@repactua/shared/contract/messaging.ts'

/** The text of a message in one language, for each channel that it may take. */
export interface TemplateText {
  language: Language
  variables: readonly TemplateVariable[]
  /** Whether the creditor takes it upon itself that amounts are shown. */
  allowsAmounts: boolean
  content: TemplateContent
  /** Of the creditor's own text; null for one that is built in. */
  version: number | null
}

/** What a key stands for at one creditor: its own published texts, the built-in ones where it has none. */
export interface MessageTemplate {
  key: string
  purpose: Purpose
  texts: Partial<Record<Language, TemplateText>>
}

/** The template's own values and what messaging adds to each message. */
export interface MessageValues {
  firstName: string
  creditorName: string
  /** The CNPJ with its mask. */
  creditorDocument: string
  /** In one line. */
  creditorAddress: string
  /** The short signed way in: PUBLIC_URL/m/<token>. */
  link: string
  /** By which anybody can check that the message is genuine: XXXX-XXXX. */
  code: string
  unsubscribeUrl: string
  language: Language
  [name: string]: string | number
}

/** A message as each channel takes it. */
export interface RenderedMessage {
  email: { subject: string; html: string; text: string }
  sms: { text: string; parts: number }
  /** Without a template's name it is free text, for the 24 hours after a person wrote. `parameters` are those of {{1}}, {{2}}... in order. */
  whatsapp: { templateName: string | null; language: string; parameters: string[]; text: string }
  push: { title: string; body: string; url: string }
  voice: { text: string }
}
