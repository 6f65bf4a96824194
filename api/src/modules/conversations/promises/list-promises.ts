import type { PromiseQuery } from '@repactua/shared/contract/conversations.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findPromises, type PromiseRecord } from './promises.repository.ts'

const PAGE = 50

/** A page of what people promised the creditor, newest first. */
export async function listPromises(work: Work, { status, limit = PAGE, cursor }: PromiseQuery): Promise<Page<PromiseRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findPromises(work.tx, creditorOf(work), { ...(status ? { status } : {}), limit, before }), limit)
}
