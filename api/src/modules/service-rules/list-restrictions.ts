import type { ServiceRestrictionQuery } from '@repactua/shared/contract/service-rules.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findRestrictions, type ListedRestriction } from './restrictions.repository.ts'

const PAGE = 50

/** A page of the creditor's restrictions, newest first. */
export async function listRestrictions(work: Work, { state, limit = PAGE, cursor }: ServiceRestrictionQuery): Promise<Page<ListedRestriction>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findRestrictions(work.tx, creditorOf(work), { ...(state ? { state } : {}), limit, before }), limit)
}
