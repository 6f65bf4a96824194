import type { RefundConfirmationInput } from '@repactua/shared/contract/refunds.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { confirmRefund } from './confirm-refund.ts'
import { isUnderWay, lockRefund, type RefundRecord } from './refunds.repository.ts'

/** The creditor's word that the money went back. Refused while its bank is giving it back by Pix: it would go back twice. */
export async function confirmByHand(work: Work, id: string, confirmation: RefundConfirmationInput): Promise<RefundRecord> {
  const creditorId = creditorOf(work)
  const refund = await lockRefund(work.tx, creditorId, id)
  if (refund?.confirmedAt === null && (await isUnderWay(work.tx, refund))) throw new AppError('refund_under_way')
  return confirmRefund(work, { creditorId, id }, confirmation)
}
