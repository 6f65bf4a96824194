import type { AgreementVerification } from '@repactua/shared/contract/agreements.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { findByVerificationCode } from './agreements.repository.ts'
import { presentVerification } from './agreements.presenter.ts'

/** What stands behind the code of a paper. The transaction's scope is the code, so it can find nothing else. */
export async function verifyAgreement(work: Work, code: string): Promise<AgreementVerification> {
  const record = await findByVerificationCode(work.tx, code)
  if (!record?.verificationCode || !record.signedAt) throw new AppError('not_found')
  const { verificationCode, signedAt } = record
  const creditor = await findCreditor(work.tx, record.creditorId)
  const option = JSON.parse(record.optionDocument) as OfferOption
  return presentVerification({ ...record, verificationCode, signedAt }, creditor!, option.count)
}
