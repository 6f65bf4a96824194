import type { DelistingQuery } from '@repactua/shared/contract/delistings.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findDelistings, type DelistingRecord } from './delistings.repository.ts'

const PAGE = 50

/** A page of the creditor's delistings, newest agreement first. */
export async function listDelistings(work: Work, { status, limit = PAGE, cursor }: DelistingQuery): Promise<Page<DelistingRecord & { id: string }>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  const rows = await findDelistings(work.tx, creditorOf(work), { ...(status ? { status } : {}), limit, before })
  return pageOf(rows.map((row) => ({ ...row, id: row.agreementId })), limit)
}
