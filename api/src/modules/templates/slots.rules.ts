import { cutAtWord, formatValue, type Slot } from '../../core/messages/format-value.ts'
import type { Language } from '@repactua/shared/contract/message-templates.ts'
import type { MessageValues, TemplateText } from './message-template.ts'

const TEXT_LENGTH = 60

/** What every message carries beside its template's own variables. */
export const STANDARD_SLOTS: readonly Slot[] = [
  { name: 'firstName', type: 'text', maxLength: 40 },
  { name: 'creditorName', type: 'text', maxLength: 60 },
  { name: 'creditorDocument', type: 'text', maxLength: 20 },
  { name: 'creditorAddress', type: 'text', maxLength: 400 },
  { name: 'link', type: 'url', maxLength: 2_000 },
  { name: 'code', type: 'text', maxLength: 12 },
  { name: 'unsubscribeUrl', type: 'url', maxLength: 2_000 },
]

/** How long names may be in a text message, so that all of it fits. */
export const SMS_LENGTHS: Readonly<Record<string, number>> = { firstName: 12, creditorName: 24 }

const SITE: Record<Language, string> = { 'pt-BR': 'Entre no site que você já conhece.', en: 'Open the website you know.' }

export type ValueOf = (name: string) => string

/** Gives the words for each placeholder of a text; a fault for one that it does not know or that has no value. */
export function wordsFor({ variables, language }: TemplateText, values: MessageValues): ValueOf {
  const slots = new Map([...variables.map(slotOf), ...STANDARD_SLOTS].map((slot) => [slot.name, slot]))
  return (name) => {
    const slot = slots.get(name)
    if (!slot) throw new Error(`invariant: {{${name}}} is no variable`)
    return formatValue(slot, values[name], language)
  }
}

/** The same for a text message: names are short, and without links it tells of the site. */
export function smsWords(text: TemplateText, valueOf: ValueOf): ValueOf {
  return (name) => {
    if (name === 'link' && text.content.sms?.linkFree) return SITE[text.language]
    const words = valueOf(name)
    const longest = SMS_LENGTHS[name]
    return longest === undefined ? words : cutAtWord(words, longest)
  }
}

function slotOf({ name, type, maxLength }: TemplateText['variables'][number]): Slot {
  return { name, type, maxLength: maxLength ?? TEXT_LENGTH }
}
