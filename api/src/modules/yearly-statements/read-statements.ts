import type { YearlyStatement, YearlyStatementVerification } from '@repactua/shared/contract/yearly-statements.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { findCreditor, findCreditors } from '../creditors/index.ts'
import { findByCode, statementsOf } from './statements.repository.ts'
import { presentStatement, presentStatementVerification } from './statements.presenter.ts'

/** One's own statements at all creditors, newest year first. */
export async function listStatements(work: Work): Promise<YearlyStatement[]> {
  const records = await statementsOf(work.tx, personOf(work))
  const creditors = await findCreditors(work.tx, [...new Set(records.map(({ creditorId }) => creditorId))])
  return records.map((record) => presentStatement(record, creditors.get(record.creditorId)!))
}

/** What stands behind the code of a statement. The transaction's scope is the code, so it can find nothing else. */
export async function verifyStatement(work: Work, code: string): Promise<YearlyStatementVerification> {
  const record = await findByCode(work.tx, code)
  if (!record) throw new AppError('not_found')
  return presentStatementVerification(record, (await findCreditor(work.tx, record.creditorId))!)
}
