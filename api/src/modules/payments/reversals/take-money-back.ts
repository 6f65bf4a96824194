import type { Work } from '../../../platform/work.ts'
import { confirmRefund, isUnderWay, lockRefundOf, type RefundRecord } from '../../refunds/index.ts'
import { findException } from '../exceptions/payment-exceptions.repository.ts'
import { resolveException } from '../exceptions/resolve-exception.ts'
import { reversePayment, type ReversalAsk } from './reverse-payment.ts'

type Told = ReversalAsk & { amountCents: bigint }

/**
 * Takes back money that a bank says went back, wherever it stands: held money is owed back, what is owed back has gone, and
 * only the rest is a reversal of the payment, which refuses what it refuses. The same reference twice is once.
 */
export async function takeMoneyBack(work: Work, told: Told): Promise<void> {
  const { creditorId, paymentReference, externalReference, amountCents } = told
  await oweHeld(work, told)
  const refund = await lockRefundOf(work.tx, creditorId, paymentReference)
  if (refund?.externalReference === externalReference) return
  const refundedCents = refund && (await takes(work, refund, amountCents)) ? refund.amountCents : 0n
  if (refundedCents > 0n) await confirmRefund(work, refund!, { externalReference })
  if (amountCents > refundedCents) await reversePayment(work, { ...told, amountCents: amountCents - refundedCents })
}

// What went back in part is left to a person, who sees it at the bank.
async function oweHeld(work: Work, { creditorId, paymentReference, amountCents }: Told): Promise<void> {
  const held = await findException(work.tx, creditorId, { externalReference: paymentReference })
  if (held?.resolvedAt === null && held.amountCents === amountCents) await resolveException(work, held, { action: 'refund' })
}

// One that the bank is being asked for is told by its own id.
async function takes({ tx }: Work, refund: RefundRecord, cents: bigint): Promise<boolean> {
  return !refund.confirmedAt && refund.amountCents <= cents && !(await isUnderWay(tx, refund))
}
