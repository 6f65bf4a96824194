import type { Outgoing, SendOutcome } from '../../carrier.ts'
import { ok, type Result } from '../../../../core/result.ts'
import type { TemplateRecord } from '../../templates.repository.ts'
import { approvedTemplate } from '../approved-template.ts'

/** The fields that a WhatsApp message is posted by: https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder */
export function templateForm(templates: readonly TemplateRecord[], content: Outgoing<'whatsapp'>['content']): Result<Record<string, string>, SendOutcome> {
  if (content.templateName === null) return ok({ Body: content.text })
  const template = approvedTemplate(templates, content)
  if (!template.ok) return template
  const variables = Object.fromEntries(content.parameters.map((value, index) => [String(index + 1), value]))
  return ok({ ContentSid: template.value.providerId!, ContentVariables: JSON.stringify(variables) })
}

