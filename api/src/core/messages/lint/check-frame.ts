import type { TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { placeholdersOf } from '../placeholders.ts'
import type { Field } from './fields.ts'
import { finding, type Finding } from './finding.ts'
import { plainLetters } from './plain-letters.ts'

/** An answer to who wrote: the thread says who speaks, and how it ends. */
const ANSWER = 'conversation-reply'

const STOP: Partial<Record<Channel, RegExp>> = {
  sms: /\b(?:pare|parar|sair|stop)\b/,
  whatsapp: /\b(?:pare|parar|sair|stop)\b/,
  voice: /\bnao (?:receber|ligar|quiser)\b|\bavisos\b|\bno more\b|\bstop\b/,
}

/** What every message must carry: who writes, the way in, a code, a way out. E-mails have it in their frame; push has it in the browser. */
export function checkFrame({ key, purpose }: Pick<TemplateInput, 'key' | 'purpose'>, fields: readonly Field[]): Finding[] {
  if (key === ANSWER) return []
  return fields.filter(({ channel }) => channel === 'sms' || channel === 'whatsapp' || channel === 'voice').flatMap((field) => {
    const names = placeholdersOf(field.text)
    const isCollection = purpose === 'collection'
    const isWritten = field.channel !== 'voice'
    return [
      ...(saysWho(field.channel, names, isCollection) ? [] : [finding('missing-identity', field)]),
      ...(isWritten && !names.includes('link') ? [finding('missing-link', field)] : []),
      ...(isWritten && !names.includes('code') ? [finding('missing-code', field)] : []),
      ...(isCollection && !STOP[field.channel]?.test(plainLetters(field.text)) ? [finding('missing-way-out', field)] : []),
    ]
  })
}

// CDC 42-A asks for name, document and address on what collects; 160 characters and a call hold the name, and the rest is one step away.
function saysWho(channel: Channel, names: readonly string[], isCollection: boolean): boolean {
  if (!names.includes('creditorName')) return false
  return channel !== 'whatsapp' || !isCollection || names.includes('creditorDocument') || names.includes('creditorAddress')
}
