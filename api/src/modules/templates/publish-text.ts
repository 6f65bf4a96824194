import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { refuseFindings } from './lint-text.ts'
import { inputOf, ownText, type NamedText } from './read-texts.ts'
import { findText, lockTexts, markPublished, supersedeText, type TemplateRecord } from './templates.repository.ts'

/**
 * Puts a draft in use in place of the former text of its key and language; messages that go out from now on say it. What is in use
 * is given back as it is; a text of the house, one that was replaced, and one that the rules refuse are not published.
 */
export async function publishText(work: Work, shownId: string): Promise<NamedText> {
  const creditorId = creditorOf(work)
  await refuseRevoked(work)
  await lockTexts(work.tx, creditorId)
  const draft = shownId.startsWith(showId('template', '')) ? await findText(work.tx, creditorId, readId(shownId)) : null
  if (!draft) throw new AppError('not_found')
  if (draft.status === 'superseded') throw new AppError('message_template_not_draft')
  if (draft.status === 'published') return ownText(draft)
  // The rules may have grown since the draft was made.
  refuseFindings(inputOf(ownText(draft)))
  return ownText(await putInUse(work, draft))
}

async function putInUse(work: Work, draft: TemplateRecord): Promise<TemplateRecord> {
  const former = await supersedeText(work.tx, draft)
  const text: TemplateRecord = { ...draft, status: 'published', version: (former?.version ?? 0) + 1, publishedAt: work.clock.now() }
  await markPublished(work.tx, text)
  const { creditorId, key, language, version } = text
  const data = { key, language, version, supersedes: former && showId('template', former.id) }
  await recordChange(work, { creditorId, type: 'message_template.published', subject: showId('template', text.id), data })
  return text
}
