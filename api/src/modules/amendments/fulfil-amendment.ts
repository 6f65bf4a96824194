import type { ScheduledInstallment } from '@repactua/shared/contract/amendments.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { fulfilPayment, type Fulfilled } from '../../core/repairs/fulfil-payment.ts'
import type { PlanInstallment } from '../../core/repairs/types.ts'
import type { Change } from '../../platform/audit/record-change.ts'
import type { Work } from '../../platform/work.ts'
import { amendmentsOf, waitingFor, type AgreementRecord, type AmendmentRecord, type InstallmentRecord } from '../agreements/index.ts'
import { postEntry } from '../ledger/index.ts'
import { amendedEntry } from './amended-entry.ts'
import { amendmentNews } from './amendment-news.ts'
import { callFulfilAmendment } from './amendments.repository.ts'

/** A payment that has come for an agreement. */
export interface ArrivedPayment {
  id: string
  cents: bigint
  named: number | undefined
  paidOn: LocalDate
}

/**
 * Makes the amendment true that waited for this payment, and says how the payment is shared out then; null where none did, so
 * that it is an ordinary payment. Its own day decides, however late it is told. The caller holds the agreement's lock.
 */
export async function fulfilAmendment(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], payment: ArrivedPayment): Promise<{ shares: Fulfilled['shares']; news: Change } | null> {
  const waiting = waitingFor(await amendmentsOf(work.tx, [agreement]), payment.paidOn)
  const fulfilled = waiting && fulfil(waiting, installments, payment)
  if (!waiting || !fulfilled) return null
  const { creditorId, id: agreementId } = agreement
  const amounts = fulfilled.changes.map(({ number, status, amountCents }) => ({ number, cents: status === 'cancelled' ? 0n : amountCents }))
  await callFulfilAmendment(work.tx, { creditorId, agreementId, amendmentId: waiting.id, now: work.clock.now(), paidOn: payment.paidOn, paymentId: payment.id, amounts })
  await postEntry(work, amendedEntry(creditorId, waiting.quote, changeOf(installments, amounts)))
  return { shares: fulfilled.shares, news: amendmentNews(creditorId, waiting.quote, 'applied') }
}

function changeOf(installments: readonly InstallmentRecord[], amounts: readonly { number: number; cents: bigint }[]): bigint {
  const before = new Map(installments.map(({ number, amountCents }) => [number, amountCents]))
  return amounts.reduce((sum, { number, cents }) => sum + cents - before.get(number)!, 0n)
}

/** What is still to be paid for an amendment: other payments since its signature count towards paying everything. */
export function missingCents({ kind, payCents, quote }: AmendmentRecord, installments: readonly InstallmentRecord[]): bigint {
  return (payCents ?? 0n) - (kind === 'pay_off' ? paidSince(quote.before, installments) : 0n)
}

function fulfil({ kind, payCents, quote }: AmendmentRecord, installments: readonly InstallmentRecord[], { cents, named }: ArrivedPayment): Fulfilled | null {
  const signed = { kind, before: quote.before.map(read), after: quote.after.map(read), changed: quote.changed, amountCents: payCents ?? 0n }
  return fulfilPayment(signed, installments, { cents, named, sinceCents: paidSince(quote.before, installments) })
}

function paidSince(before: readonly ScheduledInstallment[], installments: readonly InstallmentRecord[]): bigint {
  const then = before.reduce((sum, { paidCents }) => sum + BigInt(paidCents), 0n)
  return installments.reduce((sum, { paidCents }) => sum + paidCents, -then)
}

function read({ amountCents, paidCents, ...rest }: ScheduledInstallment): PlanInstallment {
  return { ...rest, amountCents: BigInt(amountCents), paidCents: BigInt(paidCents) }
}
