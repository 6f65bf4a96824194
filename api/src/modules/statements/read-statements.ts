import type { StatementLinesQuery, StatementListQuery } from '@repactua/shared/contract/statements.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { countOutcomes, findLines, type LineRecord, type OutcomeCount } from './lines.repository.ts'
import { findStatement, findStatements, type StatementRecord } from './statements.repository.ts'

const PAGE = 50

export interface CountedStatement {
  statement: StatementRecord
  counts: readonly Pick<OutcomeCount, 'outcome' | 'count'>[]
}

/** A page of the creditor's statements, newest first. */
export async function listStatements(work: Work, { limit = PAGE, cursor }: StatementListQuery): Promise<{ statements: CountedStatement[]; nextCursor: string | null }> {
  const creditorId = creditorOf(work)
  const { rows, nextCursor } = pageOf(await findStatements(work.tx, creditorId, { limit, before: cursor === undefined ? null : readCursor(cursor) }), limit)
  const counts = await countOutcomes(work.tx, creditorId, rows.map(({ id }) => id))
  return { statements: rows.map((statement) => ({ statement, counts: counts.filter(({ statementId }) => statementId === statement.id) })), nextCursor }
}

/** One of the creditor's statements with a page of what its credits did. */
export async function readStatement(work: Work, id: string, { outcome, limit = PAGE, after = 0 }: StatementLinesQuery): Promise<CountedStatement & { lines: LineRecord[]; hasMore: boolean }> {
  const creditorId = creditorOf(work)
  const statement = await findStatement(work.tx, creditorId, { id })
  if (!statement) throw new AppError('not_found')
  const lines = await findLines(work.tx, statement, { ...(outcome ? { outcome } : {}), limit, after })
  return { statement, counts: await countOutcomes(work.tx, creditorId, [id]), lines: lines.slice(0, limit), hasMore: lines.length > limit }
}
