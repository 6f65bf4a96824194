import type { TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { ownText, type NamedText } from './read-texts.ts'
import { insertText, type TemplateRecord } from './templates.repository.ts'

/** Makes a draft. What is wrong with it is told, and keeps it from being published alone. */
export async function createText(work: Work, { key, language, purpose, variables, content, allowsAmounts }: TemplateInput): Promise<NamedText> {
  const creditorId = creditorOf(work)
  const text: TemplateRecord = {
    creditorId, key, language, purpose, variables, content,
    id: work.newId(), allowsAmounts: allowsAmounts ?? false, status: 'draft', version: null, createdAt: work.clock.now(), publishedAt: null,
  }
  await insertText(work.tx, text)
  const named = ownText(text)
  await recordChange(work, { creditorId, type: 'message_template.created', subject: named.shownId, data: { key, language } })
  return named
}
