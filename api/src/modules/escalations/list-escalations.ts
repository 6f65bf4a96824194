import type { EscalationQuery } from '@repactua/shared/contract/escalations.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findEscalations, type ListedEscalation } from './escalations.repository.ts'

const PAGE = 50

/** A page of the creditor's escalations, newest first. */
export async function listEscalations(work: Work, { state, kind, limit = PAGE, cursor }: EscalationQuery): Promise<Page<ListedEscalation>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findEscalations(work.tx, creditorOf(work), { ...(state ? { state } : {}), ...(kind ? { kind } : {}), limit, before }), limit)
}
