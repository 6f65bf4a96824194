import { AppError } from '../../../platform/errors/app-error.ts'
import { renderPaper } from '../../../platform/papers/render-paper.ts'
import type { Work } from '../../../platform/work.ts'
import { loadAgreement } from '../../agreements/index.ts'
import { findDebtor } from '../../debtors/index.ts'
import { loadDebts } from '../../debts/index.ts'
import { paymentsOf } from '../payments.repository.ts'
import { receiptPaper } from './receipt-paper.ts'
import { reversalsOf } from '../reversals/reversals.repository.ts'

/** The receipt of one payment of the actor's own agreement, as a PDF. */
export async function printReceipt(work: Work, { agreementId, paymentId }: { agreementId: string; paymentId: string }, publicUrl: string): Promise<Buffer> {
  const whole = await loadAgreement(work, agreementId)
  const { record } = whole
  const paid = (await paymentsOf(work.tx, record)).find(({ payment }) => payment.id === paymentId)
  const debtor = await findDebtor(work, record.creditorId, record.debtorId)
  if (!paid || !debtor) throw new AppError('not_found')
  const reversals = (await reversalsOf(work.tx, paid.payment)).filter((one) => one.paymentId === paymentId)
  const debts = await loadDebts(work, record.creditorId, whole.debts.map(({ debtId }) => debtId))
  return renderPaper(receiptPaper({ whole, ...paid, reversals, debtor, debts, publicUrl }))
}
