import { err, ok, type Result } from '../../../core/result.ts'
import type { Outgoing, SendOutcome } from '../carrier.ts'
import type { TemplateRecord } from '../templates.repository.ts'

/** The creditor's approved template that a message is to be sent by; anything else would be refused at the provider and count against the number. */
export function approvedTemplate(templates: readonly TemplateRecord[], { templateName, language }: Pick<Outgoing<'whatsapp'>['content'], 'templateName' | 'language'>): Result<TemplateRecord, SendOutcome> {
  const found = templates.find((one) => one.name === templateName && one.language === localeOf(language))
  return found?.status === 'approved' ? ok(found) : err({ kind: 'refused', reason: 'template_not_approved', badAddress: false })
}

/** A language as WhatsApp writes it: pt_BR. */
export function localeOf(language: string): string {
  return language.replace('-', '_')
}
