import type { Language, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { Slot } from './format-value.ts'

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

/** What a text message without links says in the place of the link. */
export const SITE_WORDS: Record<Language, string> = { 'pt-BR': 'Entre no site que você já conhece.', en: 'Open the website you know.' }

/** A template's own variable as a place to be filled. */
export function slotOf({ name, type, maxLength }: TemplateVariable): Slot {
  return { name, type, maxLength: maxLength ?? TEXT_LENGTH }
}
