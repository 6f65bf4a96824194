import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findRuler, listRulers, type RulerRecord } from './rulers.repository.ts'

/** The creditor's rulers of all versions, newest first. */
export async function readRulers(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<RulerRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listRulers(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
}

/** One ruler of the creditor, in whatever state. */
export async function readRuler(work: Work, id: string): Promise<RulerRecord> {
  const ruler = await findRuler(work.tx, creditorOf(work), id)
  if (!ruler) throw new AppError('not_found')
  return ruler
}
