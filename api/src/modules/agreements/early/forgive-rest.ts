import type { Work } from '../../../platform/work.ts'
import { discounted, postEntry } from '../../ledger/index.ts'
import type { AgreementRecord, InstallmentRecord } from '../agreements.repository.ts'
import { callForgiveRest } from './early-payment.repository.ts'

interface ShortPayment {
  id: string
  shares: readonly { installmentNumber: number; forgivenCents: bigint }[]
}

/**
 * Lets go what a payment lacks of the installments that it closes, within the creditor's tolerance: a discount in the books.
 * Gives the installments as they stand then. The caller holds the agreement's lock and puts the payment on them next.
 */
export async function forgiveRest(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], { id, shares }: ShortPayment): Promise<InstallmentRecord[]> {
  const parts = shares.filter(({ forgivenCents }) => forgivenCents > 0n).map(({ installmentNumber, forgivenCents }) => ({ installmentNumber, cents: forgivenCents }))
  for (const part of parts) await callForgiveRest(work.tx, agreement, part)
  const { creditorId, id: agreementId } = agreement
  await postEntry(work, { creditorId, agreementId, event: 'forgiven', sourceId: id, lines: discounted(parts) })
  const cents = new Map(parts.map((part) => [part.installmentNumber, part.cents]))
  return installments.map((one) => ({ ...one, amountCents: one.amountCents - (cents.get(one.number) ?? 0n) }))
}
