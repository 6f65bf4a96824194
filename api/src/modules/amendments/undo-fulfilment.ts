import type { Change } from '../../platform/audit/record-change.ts'
import type { Work } from '../../platform/work.ts'
import { amendmentsOf, type AgreementRecord, type AmendmentRecord, type InstallmentRecord, type Restored } from '../agreements/index.ts'
import { linesBySource, type Line } from '../ledger/index.ts'
import { amendmentNews } from './amendment-news.ts'
import { callUndoFulfilment } from './amendments.repository.ts'

/** An amendment that is true no more, with its installments as they were before it, and what the books said of it. */
export interface Undone {
  restored: Restored[]
  amended: Line[]
  news: Change[]
}

/**
 * Undoes the amendment that a payment made true, where all of it can be put back to the cent: no later amendment rests on it,
 * and its installments are as it left them. Otherwise it stays, in the debtor's favour: nothing is asked for twice. The caller
 * holds the agreement's lock and puts the installments back next.
 */
export async function undoFulfilment(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], payment: { id: string; numbers: readonly number[] }): Promise<Undone> {
  const all = await amendmentsOf(work.tx, [agreement])
  const made = all.find(({ paidBy, appliedAt }) => paidBy === payment.id && appliedAt !== null)
  const isLast = made && all.every(({ appliedAt, sequence }) => appliedAt === null || sequence <= made.sequence)
  if (!made || !isLast) return { restored: [], amended: [], news: [] }
  const { creditorId, id: agreementId } = agreement
  const lines = await linesBySource(work.tx, creditorId, { sourceId: made.id, events: ['amended'] })
  const restored = beforeOf(made, installments, payment.numbers)
  const addedCents = lines.reduce((sum, { account, cents }) => (account === 'receivable' ? sum + cents : sum), 0n)
  if (changeOf(restored, installments) !== -addedCents) return { restored: [], amended: [], news: [] }
  await callUndoFulfilment(work.tx, { creditorId, agreementId, id: made.id }, work.clock.now())
  return { restored, amended: lines.map(({ event: _event, ...line }) => line), news: [amendmentNews(creditorId, made.quote, 'undone')] }
}

// Those that the payment closed, and those that it closed without a cent of their own.
function beforeOf({ quote }: AmendmentRecord, installments: readonly InstallmentRecord[], paid: readonly number[]): Restored[] {
  const closed = installments.filter(({ number, status }) => quote.changed.includes(number) && (paid.includes(number) || status === 'cancelled')).map(({ number }) => number)
  return quote.before.filter(({ number, status }) => closed.includes(number) && status !== 'cancelled').map(({ number, amountCents }) => ({ number, amountCents: BigInt(amountCents) }))
}

// A cancelled one comes to nothing now.
function changeOf(restored: readonly Restored[], installments: readonly InstallmentRecord[]): bigint {
  const now = new Map(installments.map(({ number, amountCents, status }) => [number, status === 'cancelled' ? 0n : amountCents]))
  return restored.reduce((sum, { number, amountCents }) => sum + amountCents - now.get(number)!, 0n)
}
