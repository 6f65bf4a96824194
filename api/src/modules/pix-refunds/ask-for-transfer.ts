import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { pixOf } from '../payments/index.ts'
import { hasPixAccount } from '../pix-accounts/index.ts'
import { lockRefund, type RefundRecord } from '../refunds/index.ts'
import { insertParts, partsOf, type RefundPart } from './pix-refunds.repository.ts'
import { isEndToEndId, lastAttempts, sharesBack, statusOf, type Source } from './transfer.rules.ts'

/** A refund on its way back by Pix. */
export interface Transfer {
  refundId: string
  parts: RefundPart[]
}

/**
 * Has a refund go back by Pix, out of what the money came by. Asked again it is the same transfer; where the bank refused a
 * part, another attempt at that part. Refuses what was confirmed, and what did not come by Pix altogether.
 */
export async function askForTransfer(work: Work, refundId: string): Promise<Transfer> {
  const creditorId = creditorOf(work)
  const refund = await lockRefund(work.tx, creditorId, refundId)
  if (!refund) throw new AppError('not_found')
  const before = await partsOf(work.tx, { creditorId, refundId })
  const standing = lastAttempts(before)
  if (before.length > 0 && statusOf(standing) !== 'refused') return { refundId, parts: standing }
  if (refund.confirmedAt) throw new AppError('refund_confirmed')
  if (!(await hasPixAccount(work, creditorId))) throw new AppError('refund_not_by_pix')
  const fresh = before.length > 0 ? standing.filter(({ status }) => status === 'refused').map((part) => attemptOf(work, part, part.attempt + 1)) : await firstParts(work, refund)
  await insertParts(work.tx, fresh)
  await work.jobs.send(work.tx, 'send-pix-refund', { creditorId, refundId })
  await recordChange(work, { creditorId, type: 'refund.transfer_asked', subject: showId('refund', refundId), data: { refundId: showId('refund', refundId), parts: fresh.length } })
  return { refundId, parts: lastAttempts([...before, ...fresh]) }
}

/** How far a transfer has got; refuses with not_found where none was asked for. */
export async function readTransfer(work: Work, refundId: string): Promise<Transfer> {
  const parts = lastAttempts(await partsOf(work.tx, { creditorId: creditorOf(work), refundId }))
  if (parts.length === 0) throw new AppError('not_found')
  return { refundId, parts }
}

async function firstParts(work: Work, refund: RefundRecord): Promise<RefundPart[]> {
  const shares = sharesBack(await sourcesOf(work, refund), refund.amountCents)
  if (!shares) throw new AppError('refund_not_by_pix')
  const { creditorId, id: refundId } = refund
  return shares.map(({ endToEndId, cents }) => attemptOf(work, { creditorId, refundId, endToEndId, amountCents: cents }, 1))
}

async function sourcesOf(work: Work, { creditorId, agreementId, paymentReference, amountCents }: RefundRecord): Promise<Source[]> {
  if (paymentReference !== null) return isEndToEndId(paymentReference) ? [{ endToEndId: paymentReference, cents: amountCents }] : []
  const payments = agreementId === null ? [] : await pixOf(work, { creditorId, id: agreementId })
  return payments.filter(({ externalReference }) => isEndToEndId(externalReference)).map((payment) => ({ endToEndId: payment.externalReference, cents: payment.amountCents }))
}

function attemptOf({ clock }: Work, { creditorId, refundId, endToEndId, amountCents }: Pick<RefundPart, 'creditorId' | 'refundId' | 'endToEndId' | 'amountCents'>, attempt: number): RefundPart {
  const now = clock.now()
  return { creditorId, refundId, endToEndId, attempt, amountCents, status: 'asked', reason: null, returnId: null, createdAt: now, changedAt: now }
}
