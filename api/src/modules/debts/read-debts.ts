import type { DebtQuery } from '@repactua/shared/contract/debts.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findDebt, listDebts, type DebtRecord } from './debts.repository.ts'

const USUAL_LIMIT = 50

/** The creditor's debts, newest first. */
export async function readDebts(work: Work, { cursor, limit = USUAL_LIMIT, ...filter }: DebtQuery): Promise<Page<DebtRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listDebts(work.tx, creditorOf(work), { ...filter, before, limit }), limit)
}

/** One debt of the creditor, in whatever state. */
export async function readDebt(work: Work, externalId: string): Promise<DebtRecord> {
  const debt = await findDebt(work.tx, creditorOf(work), externalId)
  if (!debt) throw new AppError('not_found')
  return debt
}
