import type { Template, TemplateQuery } from '@repactua/shared/contract/message-templates.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { BUILT_INS } from './built-in/built-ins.ts'
import type { MessageTemplate, TemplateText } from './message-template.ts'
import { findText, listTexts, type TemplateRecord } from './templates.repository.ts'

/** One text in one language, of the creditor or of the house. */
export interface NamedText extends TemplateText, Pick<MessageTemplate, 'key' | 'purpose'> {
  shownId: string
  status: Template['status']
  createdAt: Date | null
  publishedAt: Date | null
}

/** The creditor's texts, newest first, or all of the house. */
export async function readTexts(work: Work, { of, cursor, limit = 50 }: TemplateQuery): Promise<{ rows: NamedText[]; nextCursor: string | null }> {
  if (of === 'house') return { rows: [...BUILT_INS.values()].flatMap(houseTexts), nextCursor: null }
  const before = cursor === undefined ? null : readCursor(cursor)
  const { rows, nextCursor } = pageOf(await listTexts(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
  return { rows: rows.map(ownText), nextCursor }
}

/** One text by its id; one of the house by "key.language". */
export async function readText(work: Work, shownId: string): Promise<NamedText> {
  const text = await findNamed(work, creditorOf(work), shownId)
  if (!text) throw new AppError('not_found')
  return text
}

/** The same for whoever works for the creditor; null where there is none. */
export async function findNamed({ tx }: Pick<Work, 'tx'>, creditorId: string, shownId: string): Promise<NamedText | null> {
  if (!shownId.startsWith(OWN)) return [...BUILT_INS.values()].flatMap(houseTexts).find((text) => text.shownId === shownId) ?? null
  const text = await findText(tx, creditorId, readId(shownId))
  return text && ownText(text)
}

const OWN = showId('template', '')

/** A kept text with its shown id. */
export function ownText(text: TemplateRecord): NamedText {
  return { ...text, shownId: showId('template', text.id) }
}

function houseTexts({ key, purpose, texts }: MessageTemplate): NamedText[] {
  return Object.values(texts).map((text) => ({ ...text, key, purpose, shownId: `${key}.${text.language}`, status: 'house', createdAt: null, publishedAt: null }))
}

/** A text as it would be sent in for review. */
export function inputOf({ key, language, purpose, variables, content, allowsAmounts }: NamedText) {
  return { key, language, purpose, variables: [...variables], content, allowsAmounts }
}
