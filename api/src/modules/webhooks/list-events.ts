import type { EventQuery } from '@repactua/shared/contract/webhooks.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { eventsAfter, type EventRecord } from './events.repository.ts'

const PAGE = 50

/** The creditor's events after a place, oldest first, and the place to go on from where there are more. */
export async function listEvents(work: Work, { type, limit = PAGE, cursor = '0' }: EventQuery): Promise<{ rows: EventRecord[]; nextCursor: string | null }> {
  const found = await eventsAfter(work.tx, creditorOf(work), { after: Number(cursor), ...(type ? { type } : {}), limit: limit + 1 })
  const rows = found.slice(0, limit)
  return { rows, nextCursor: found.length > limit ? String(rows.at(-1)!.sequence) : null }
}
