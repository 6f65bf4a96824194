import { centsNumber } from '../../../core/money/cents-number.ts'
import { recordChange, type Change } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { registerPayment, type AgreementRecord } from '../../agreements/index.ts'
import { paid, postEntry } from '../../ledger/index.ts'
import { oweRefund } from '../../refunds/index.ts'
import { insertPayment, type PaymentRecord } from '../payments.repository.ts'
import { allocate } from './allocate.ts'
import type { Arrival } from './arrival.ts'
import type { Taking } from './find-aim.ts'
import { paidBy } from './payer.ts'
import type { PostedPayment } from './posted-payment.ts'

/** Money whose reference is its own, and whose payer is no more than a keyed hash. */
export type Money = Pick<Arrival, 'amountCents' | 'paidAt' | 'method' | 'externalReference' | 'lateCents'> & { payerIndex: Buffer | null }

/** Puts money on an agreement that takes it, as one payment; what is above all that it may reach is owed back. */
export async function postMoney(work: Work, money: Money, aim: Taking): Promise<PostedPayment> {
  const { agreement } = aim
  const { creditorId, id: agreementId } = agreement
  const id = work.newId()
  const { installments, shares, excessCents, news } = await allocate(work, aim, { id, cents: money.amountCents, paidAt: money.paidAt, lateCents: money.lateCents })
  const payment = newPayment(work, money, { id, agreement, excessCents })
  await insertPayment(work.tx, payment, shares)
  await postEntry(work, { creditorId, agreementId, event: 'paid', sourceId: id, lines: paid(shares, excessCents) })
  const { news: after, ...status } = await registerPayment(work, agreement, installments, { id, shares })
  const posted = { creditorId, type: 'payment.posted', subject: showId('payment', id), data: factsOf(payment) }
  for (const change of [posted, ...news, ...after, ...(await oweExcess(work, payment))]) await recordChange(work, change)
  return { payment, shares, agreement: status }
}

function newPayment(work: Work, { amountCents, paidAt, method, externalReference, payerIndex }: Money, { id, agreement, excessCents }: { id: string; agreement: AgreementRecord; excessCents: bigint }): PaymentRecord {
  return {
    creditorId: agreement.creditorId, id, agreementId: agreement.id, amountCents, paidAt, method, externalReference, excessCents,
    paidBy: paidBy(payerIndex, agreement), createdAt: work.clock.now(),
  }
}

async function oweExcess(work: Work, { creditorId, agreementId, excessCents, externalReference }: PaymentRecord): Promise<Change[]> {
  if (excessCents === 0n) return []
  const { news } = await oweRefund(work, { creditorId, agreementId, amountCents: excessCents, reason: 'overpayment', paymentReference: externalReference })
  return [news]
}

function factsOf({ id, agreementId, amountCents, excessCents, method, paidAt, externalReference }: PaymentRecord) {
  return {
    paymentId: showId('payment', id), agreementId: showId('agreement', agreementId), amountCents: centsNumber(amountCents), excessCents: centsNumber(excessCents), method, paidAt: paidAt.toISOString(), externalReference,
  }
}
