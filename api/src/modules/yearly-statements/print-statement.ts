import { AppError } from '../../platform/errors/app-error.ts'
import { renderPaper } from '../../platform/papers/render-paper.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { findDebtor } from '../debtors/index.ts'
import { findStatement } from './statements.repository.ts'
import { statementPaper } from './statement-paper.ts'

/** One's own statement of a year at a creditor, as a PDF. */
export async function printStatement(work: Work, { creditorId, year }: { creditorId: string; year: number }, publicUrl: string): Promise<Buffer> {
  const statement = await findStatement(work.tx, { cpfIndex: personOf(work), creditorId, year })
  if (!statement) throw new AppError('yearly_statement_not_available')
  const creditor = await findCreditor(work.tx, creditorId)
  const debtor = await findDebtor(work, creditorId, statement.debtorId)
  if (!creditor || !debtor) throw new AppError('not_found')
  return renderPaper(statementPaper(statement, { creditor, debtor, publicUrl }))
}
