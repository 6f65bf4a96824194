import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findSegments, listNewest, type SegmentRecord } from './segments.repository.ts'

/** The creditor's segments in their newest versions, newest first. */
export async function readSegments(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<SegmentRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listNewest(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
}

/** A segment of the creditor in its newest version. */
export async function readSegment(work: Work, id: string): Promise<SegmentRecord> {
  const segment = (await findSegments(work.tx, creditorOf(work), [id])).get(id)
  if (!segment) throw new AppError('not_found')
  return segment
}
