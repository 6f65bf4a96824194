import { AppError } from '../../../platform/errors/app-error.ts'
import { renderPaper } from '../../../platform/papers/render-paper.ts'
import type { Work } from '../../../platform/work.ts'
import { findDebtor, type Debtor } from '../../debtors/index.ts'
import { loadDebts, type DebtRecord } from '../../debts/index.ts'
import { protestConsentOf } from '../agreements.rules.ts'
import { loadAgreement, type AgreementWhole } from '../load-agreement.ts'
import { dischargePaper } from './discharge-paper.ts'
import { protestConsentPaper } from './protest-consent-paper.ts'
import { termPaper } from './term-paper.ts'

/** The term as a PDF: a draft before it is signed (CDC 54-G II), the signed copy after. */
export async function printTerm(work: Work, agreementId: string, publicUrl: string): Promise<Buffer> {
  return renderPaper(termPaper(await loadAgreement(work, agreementId), publicUrl))
}

/** The discharge letter as a PDF; refused until the agreement is settled. */
export async function printDischarge(work: Work, agreementId: string, publicUrl: string): Promise<Buffer> {
  const whole = await loadAgreement(work, agreementId)
  if (whole.record.status !== 'settled') throw new AppError('agreement_not_settled')
  return renderPaper(dischargePaper(whole, { ...(await partsOf(work, whole)), publicUrl }))
}

/** The letter of consent for cancelling protests as a PDF; refused until the agreement is settled, and where nothing was protested. */
export async function printProtestConsent(work: Work, agreementId: string, publicUrl: string): Promise<Buffer> {
  const whole = await loadAgreement(work, agreementId)
  const allowed = protestConsentOf(whole)
  if (!allowed.ok) throw new AppError(allowed.code)
  const { debtor, debts } = await partsOf(work, whole)
  const protested = whole.protests.map((protest) => ({ protest, debt: debts.find(({ id }) => id === protest.debtId)! }))
  return renderPaper(protestConsentPaper(whole, { debtor, protested, publicUrl }))
}

async function partsOf(work: Work, { record: { creditorId, debtorId }, debts }: AgreementWhole): Promise<{ debtor: Debtor; debts: DebtRecord[] }> {
  const debtor = await findDebtor(work, creditorId, debtorId)
  if (!debtor) throw new AppError('not_found')
  return { debtor, debts: await loadDebts(work, creditorId, debts.map(({ debtId }) => debtId)) }
}
