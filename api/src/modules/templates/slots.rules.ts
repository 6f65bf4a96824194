import { cutAtWord, formatValue } from '../../core/messages/format-value.ts'
import { SITE_WORDS, slotOf, SMS_LENGTHS, STANDARD_SLOTS } from '../../core/messages/standard-slots.ts'
import type { MessageValues, TemplateText } from './message-template.ts'

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
    if (name === 'link' && text.content.sms?.linkFree) return SITE_WORDS[text.language]
    const words = valueOf(name)
    const longest = SMS_LENGTHS[name]
    return longest === undefined ? words : cutAtWord(words, longest)
  }
}
