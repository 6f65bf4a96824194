import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { listClientsOf, type ListedClient } from './clients.repository.ts'

/** The creditor's clients, newest first, without secrets. */
export async function listClients(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<ListedClient>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listClientsOf(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
}
