import { AppError } from '../../../platform/errors/app-error.ts'
import { renderPaper } from '../../../platform/papers/render-paper.ts'
import type { Work } from '../../../platform/work.ts'
import { findDebtor } from '../../debtors/index.ts'
import { dischargePaper } from './discharge-paper.ts'
import { loadAgreement } from '../load-agreement.ts'
import { termPaper } from './term-paper.ts'

/** The term as a PDF: a draft before it is signed (CDC 54-G II), the signed copy after. */
export async function printTerm(work: Work, agreementId: string, publicUrl: string): Promise<Buffer> {
  return renderPaper(termPaper(await loadAgreement(work, agreementId), publicUrl))
}

/** The discharge letter as a PDF; refused until the agreement is settled. */
export async function printDischarge(work: Work, agreementId: string, publicUrl: string): Promise<Buffer> {
  const whole = await loadAgreement(work, agreementId)
  if (whole.record.status !== 'settled') throw new AppError('agreement_not_settled')
  const debtor = await findDebtor(work, whole.record.creditorId, whole.record.debtorId)
  if (!debtor) throw new AppError('not_found')
  return renderPaper(dischargePaper(whole, debtor, publicUrl))
}
