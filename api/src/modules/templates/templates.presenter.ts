import type { Template, TemplatePreview } from '@repactua/shared/contract/message-templates.ts'
import { gsm7Length } from '../../core/messages/gsm7.ts'
import { lintText } from './lint-text.ts'
import type { RenderedMessage } from './message-template.ts'
import { inputOf, type NamedText } from './read-texts.ts'
import { metaForm } from './whatsapp-form.rules.ts'

export function presentText(text: NamedText): Template {
  const { shownId, status, version, createdAt, publishedAt } = text
  return {
    id: shownId, ...inputOf(text), status, version,
    findings: lintText(inputOf(text)),
    whatsappTemplate: metaForm(text),
    createdAt: createdAt?.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

export function presentPreview({ email, sms, whatsapp, push, voice }: Partial<RenderedMessage>): TemplatePreview {
  return { email: email ?? null, sms: sms ? { ...sms, length: gsm7Length(sms.text) } : null, whatsapp: whatsapp ?? null, push: push ?? null, voice: voice ?? null }
}
