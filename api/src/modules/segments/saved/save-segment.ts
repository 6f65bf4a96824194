import { isDeepStrictEqual } from 'node:util'
import type { SegmentInput } from '@repactua/shared/contract/segments.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { readSegment } from './read-segments.ts'
import { insertSegment, lockSegment, type SegmentRecord } from './segments.repository.ts'

/** Saves a condition under a name. */
export async function createSegment(work: Work, input: SegmentInput): Promise<SegmentRecord> {
  return save(work, { ...input, creditorId: creditorOf(work), id: work.newId(), version: 1, createdAt: work.clock.now() })
}

/** Changes a segment by a new version, which holds from now on; one that says the same is given back as it is. */
export async function changeSegment(work: Work, id: string, input: SegmentInput): Promise<SegmentRecord> {
  await lockSegment(work.tx, id)
  const known = await readSegment(work, id)
  const isKnown = known.name === input.name && isDeepStrictEqual(known.condition, input.condition)
  return isKnown ? known : save(work, { ...known, ...input, version: known.version + 1, createdAt: work.clock.now() })
}

async function save(work: Work, segment: SegmentRecord): Promise<SegmentRecord> {
  const { creditorId, id, version } = segment
  await insertSegment(work.tx, segment)
  const segmentId = showId('segment', id)
  await recordChange(work, { creditorId, type: version === 1 ? 'segment.created' : 'segment.changed', subject: segmentId, data: { segmentId, version } })
  return segment
}
