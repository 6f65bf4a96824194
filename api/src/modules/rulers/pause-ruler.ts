import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findRuler, lockRulers, setStanding, type RulerRecord } from './rulers.repository.ts'

/** Stops the ruler in force at once, or lets it go on. Refuses one that is not in force; twice is once. */
export async function pauseRuler(work: Work, id: string, paused: boolean): Promise<RulerRecord> {
  const creditorId = creditorOf(work)
  await lockRulers(work.tx, creditorId)
  const ruler = await findRuler(work.tx, creditorId, id)
  if (!ruler) throw new AppError('not_found')
  if (ruler.status !== 'published') throw new AppError('ruler_not_published')
  if ((ruler.pausedAt !== null) === paused) return ruler
  const changed: RulerRecord = { ...ruler, pausedAt: paused ? work.clock.now() : null }
  await setStanding(work.tx, changed)
  await recordChange(work, { creditorId, type: paused ? 'ruler.paused' : 'ruler.resumed', subject: showId('ruler', id), data: { code: ruler.code } })
  return changed
}
