import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { renderPaper } from '../../platform/papers/render-paper.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement } from '../agreements/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { findDebtor } from '../debtors/index.ts'
import { findAccount } from './accounts.repository.ts'
import { findBoleto } from './boletos.repository.ts'
import { slipPaper } from './slip-paper.ts'

export interface BoletoKey {
  agreementId: string
  number: number
  chargeId: string
}

/** A slip of one's own as a PDF; the same bytes each time. */
export async function printBoleto(work: Work, { agreementId, number, chargeId }: BoletoKey): Promise<Buffer> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  const { creditorId } = agreement
  await enterCreditor(work.tx, creditorId)
  const boleto = await findBoleto(work.tx, creditorId, chargeId)
  if (boleto?.agreementId !== agreementId || boleto.installmentNumber !== number) throw new AppError('not_found')
  const [account, creditor, debtor] = [await findAccount(work.tx, creditorId, boleto.accountId), await findCreditor(work.tx, creditorId), await findDebtor(work, creditorId, boleto.debtorId)]
  if (!account || !creditor || !debtor) throw new AppError('not_found')
  return renderPaper(slipPaper({ boleto, account, creditor, debtor, agreementCode: agreement.verificationCode ?? '' }))
}
