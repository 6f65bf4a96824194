import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import type { Change } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { discounted, postEntry } from '../../ledger/index.ts'
import type { AgreementRecord, InstallmentRecord } from '../agreements.repository.ts'
import { callPayEarly } from './early-payment.repository.ts'
import { earlyByPayment } from './early-payment.rules.ts'

/** A payment that may be early, as it came. */
interface EarlyPayment {
  id: string
  cents: bigint
  named: number | undefined
  paidOn: LocalDate
}

/**
 * Takes the discount for paying early off the installments that a payment closes in time, and gives the installments as they
 * stand then, with the news. The payment's own day decides, however late it is told. The caller holds the agreement's lock.
 */
export async function takeEarlyPayment(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], payment: EarlyPayment): Promise<{ installments: InstallmentRecord[]; news: Change[] }> {
  const named = installments.filter(({ number }) => number === payment.named)
  const inOrder = [...named, ...installments.filter((one) => !named.includes(one))]
  const closed = earlyByPayment(optionOf(agreement), inOrder, payment)
  if (closed.length > 0) await callPayEarly(work.tx, agreement, closed.map(({ number }) => number), payment.paidOn)
  const amounts = new Map(closed.map(({ number, cents }) => [number, cents]))
  await postDiscount(work, agreement, payment.id, installments.map(({ number, amountCents }) => ({ installmentNumber: number, cents: amountCents - (amounts.get(number) ?? amountCents) })))
  return {
    installments: installments.map((one) => ({ ...one, amountCents: amounts.get(one.number) ?? one.amountCents })),
    news: installments.flatMap((one) => newsOf(agreement, one, amounts.get(one.number))),
  }
}

function postDiscount(work: Work, { creditorId, id: agreementId }: AgreementRecord, paymentId: string, parts: Parameters<typeof discounted>[0]): Promise<void> {
  return postEntry(work, { creditorId, agreementId, event: 'discounted', sourceId: paymentId, lines: discounted(parts) })
}

function optionOf({ optionDocument }: AgreementRecord): OfferOption {
  return JSON.parse(optionDocument) as OfferOption
}

function newsOf({ creditorId, id }: AgreementRecord, { number, amountCents }: InstallmentRecord, cents: bigint | undefined): Change[] {
  if (cents === undefined) return []
  const agreementId = showId('agreement', id)
  const data = { agreementId, installmentNumber: number, amountCents: centsNumber(cents), discountCents: centsNumber(amountCents - cents) }
  return [{ creditorId, type: 'installment.paid_early', subject: agreementId, data }]
}
