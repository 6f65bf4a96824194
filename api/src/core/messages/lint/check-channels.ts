import type { TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import { gsm7Length, outsideGsm7, toGsm7 } from '../gsm7.ts'
import { fillIn } from '../placeholders.ts'
import { SITE_WORDS, slotOf, SMS_LENGTHS } from '../standard-slots.ts'
import { finding, type Finding } from './finding.ts'

const SMS_LENGTH = 160
/** How long the way in may be: PUBLIC_URL, of 30 characters at most, and /m/ with a token of 18. */
const LINK_LENGTH = 51
const LONGEST: Record<string, number> = { day: '30 de setembro'.length, count: 6, cents: 'R$ 9.999.999,99'.length }
const STANDARD_LENGTHS: Record<string, number> = { ...SMS_LENGTHS, link: LINK_LENGTH, code: 9, creditorDocument: 18, creditorAddress: 120, unsubscribeUrl: LINK_LENGTH }

/** Whether a text message fits in one, and whether WhatsApp takes the text as a template. */
export function checkChannels(template: TemplateInput): Finding[] {
  if (template.key === 'conversation-reply') return []
  return [...checkSms(template), ...checkWhatsapp(template.content)]
}

function checkSms({ content: { sms }, language, variables }: TemplateInput): Finding[] {
  if (!sms) return []
  const field = { pointer: '/content/sms/text', text: sms.text }
  const strange = outsideGsm7(sms.text)
  const lengths: Record<string, number> = { ...STANDARD_LENGTHS, ...Object.fromEntries(variables.map((variable) => [variable.name, LONGEST[variable.type] ?? slotOf(variable).maxLength])) }
  const longest = fillIn(sms.text, (name) => (name === 'link' && sms.linkFree ? SITE_WORDS[language] : 'x'.repeat(lengths[name] ?? 0)))
  return [
    ...(strange.length > 0 ? [finding('sms-not-gsm7', { ...field, text: strange.join(' ') })] : []),
    ...(gsm7Length(toGsm7(longest)) > SMS_LENGTH ? [finding('sms-too-long', field)] : []),
  ]
}

function checkWhatsapp({ whatsapp }: TemplateInput['content']): Finding[] {
  if (!whatsapp || whatsapp.templateName === null) return []
  const isOdd = /^\s*\{\{|\}\}\s*$|\}\}\s*\{\{/.test(whatsapp.body) || /\n{3}|\t| {5}/.test(whatsapp.body)
  return isOdd ? [finding('whatsapp-form', { pointer: '/content/whatsapp/body', text: whatsapp.body })] : []
}
