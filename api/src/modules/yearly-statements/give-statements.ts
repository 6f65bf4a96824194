import { recordChange } from '../../platform/audit/record-change.ts'
import { newVerificationCode } from '../../platform/crypto/secrets.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { walkCreditors } from '../creditors/index.ts'
import { findDebtor } from '../debtors/index.ts'
import { candidatesOf, insertStatement, viewOf, type Candidate } from './statements.repository.ts'
import { statementOf } from './statement.rules.ts'

/** A round of the night: gives the statement of each year that is over and paid (Lei 12.007/2009, art. 3). */
export async function giveStatements(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, { find: (work, creditorId) => candidatesOf(work.tx, creditorId, Number(work.today.slice(0, 4))), take: give })
}

async function give(work: Work, creditorId: string, candidate: Candidate): Promise<void> {
  const { debtorId, year } = candidate
  const document = statementOf(await viewOf(work.tx, creditorId, candidate), work.today)
  if (!document) return
  const debtor = await findDebtor(work, creditorId, debtorId)
  if (!debtor) throw new AppError('not_found')
  const statement = { creditorId, id: work.newId(), debtorId, cpfIndex: debtor.cpfIndex, year, verificationCode: newVerificationCode(), document, createdAt: work.clock.now() }
  if (!(await insertStatement(work.tx, statement))) return
  const data = { debtorId: showId('debtor', debtorId), year, paidCents: document.months.reduce((sum, { paidCents }) => sum + paidCents, 0) }
  await recordChange(work, { creditorId, type: 'yearly_statement.available', subject: data.debtorId, data })
}
