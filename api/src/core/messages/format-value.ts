import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import type { Language, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import { plainText } from '@repactua/shared/text/plain-text.ts'
import { formatDay, isLocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'

/** What a placeholder may stand for: a template's own variable, or an address that messaging gives. */
export interface Slot {
  name: string
  type: TemplateVariable['type'] | 'url'
  maxLength: number
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A value in words: a day as "10 de dezembro", cents as "R$ 10,00". A fault where it is absent or of another type: templates are checked before they are used. */
export function formatValue({ name, type, maxLength }: Slot, value: string | number | undefined, language: Language): string {
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value) && (type === 'count' || type === 'cents'), `{{${name}}} is no ${type}`)
    return type === 'cents' ? formatBrl(value) : String(value)
  }
  invariant(value !== undefined, `{{${name}}} has no value`)
  return formatText({ name, type, maxLength }, value, language)
}

function formatText({ name, type, maxLength }: Slot, value: string, language: Language): string {
  switch (type) {
    case 'text': return cutAtWord(plainText(value), maxLength)
    case 'lines': return cutAtWord(plainLines(value), maxLength)
    case 'day':
      invariant(isLocalDate(value), `{{${name}}} is no day`)
      return language === 'en' ? englishDay(value) : formatDay(value)
    case 'url':
      invariant(/^https?:\/\/[^\s"'<>]+$/.test(value), `{{${name}}} is no address`)
      return value
    default: throw new Error(`{{${name}}} is no ${type}`)
  }
}

/** The text itself, or its words up to the limit where it is longer; a single long word is cut. */
export function cutAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const end = text.lastIndexOf(' ', maxLength)
  return text.slice(0, end > maxLength / 2 ? end : maxLength).replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.-]+$/, '')
}

function plainLines(text: string): string {
  return text.split(/\r?\n/).map(plainText).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}

function englishDay(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
}
