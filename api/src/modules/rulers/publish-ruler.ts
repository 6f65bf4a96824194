import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { refuseFindings } from './refuse-findings.ts'
import { findPublished, findRuler, lockRulers, setStanding, type RulerRecord } from './rulers.repository.ts'

/**
 * Puts a draft in force in place of the ruler of the same code; a pause stays a pause. What is in force is given back as it
 * is; an older version is refused, and so is a client that was revoked.
 */
export async function publishRuler(work: Work, id: string): Promise<RulerRecord> {
  const creditorId = creditorOf(work)
  await refuseRevoked(work)
  await lockRulers(work.tx, creditorId)
  const draft = await findRuler(work.tx, creditorId, id)
  if (!draft) throw new AppError('not_found')
  if (draft.status === 'superseded') throw new AppError('ruler_not_draft')
  if (draft.status === 'published') return draft
  // A template or a segment may be gone since the draft was made.
  await refuseFindings(work, creditorId, draft.steps)
  return putInForce(work, draft)
}

async function putInForce(work: Work, draft: RulerRecord): Promise<RulerRecord> {
  const former = await findPublished(work.tx, draft)
  if (former) await setStanding(work.tx, { ...former, status: 'superseded' })
  const ruler: RulerRecord = { ...draft, status: 'published', version: (former?.version ?? 0) + 1, pausedAt: former?.pausedAt ?? null, publishedAt: work.clock.now() }
  await setStanding(work.tx, ruler)
  const { creditorId, code, version } = ruler
  const data = { code, version, supersedes: former && showId('ruler', former.id) }
  await recordChange(work, { creditorId, type: 'ruler.published', subject: showId('ruler', ruler.id), data })
  return ruler
}
