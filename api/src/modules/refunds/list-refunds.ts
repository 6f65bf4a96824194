import type { RefundQuery } from '@repactua/shared/contract/refunds.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findRefunds, type RefundRecord } from './refunds.repository.ts'

const PAGE = 50

/** A page of the creditor's refunds, newest first. */
export async function listRefunds(work: Work, { status, limit = PAGE, cursor }: RefundQuery): Promise<Page<RefundRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findRefunds(work.tx, creditorOf(work), { ...(status ? { status } : {}), limit, before }), limit)
}
