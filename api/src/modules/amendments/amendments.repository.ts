import { and, eq } from 'drizzle-orm'
import type pg from 'pg'
import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { amendmentQuotes } from '../../platform/db/tables/amendments.ts'
import type { EntryCall } from '../ledger/index.ts'

export type QuoteRecord = typeof amendmentQuotes.$inferSelect

export async function insertQuote(tx: Transaction, quote: QuoteRecord): Promise<void> {
  await tx.insert(amendmentQuotes).values(quote)
}

/** The quote of this id, of this agreement and no other. */
export async function findQuote(tx: Transaction, key: { creditorId: string; agreementId: string; id: string }): Promise<{ record: QuoteRecord; quote: AmendmentQuote } | null> {
  const own = and(eq(amendmentQuotes.creditorId, key.creditorId), eq(amendmentQuotes.id, key.id), eq(amendmentQuotes.agreementId, key.agreementId))
  const [record] = await tx.select().from(amendmentQuotes).where(own)
  return record ? { record, quote: JSON.parse(record.document) as AmendmentQuote } : null
}

export interface AmendmentCall {
  creditorId: string
  agreementId: string
  amendmentId: string
  cpfIndex: Buffer
  challengeId: string
  codeMac: Buffer
  now: Date
  /** How often the agreement allows this kind in all; null for a right. */
  mostTimes: number | null
  evidenceSealed: Buffer
  eventId: string
  event: Record<string, unknown>
  audit: { payload: string; mac: Buffer }
  /** What the books say of it; null where it moves no money, or waits for its payment. */
  entry: EntryCall | null
}

export type AmendmentOutcome = 'signed' | 'signed_before' | ErrorCode

/** Signs in one transaction and one round trip: the function of migration 0013 holds the locks and changes the schedule, that of migration 0020 posts the entry. */
export async function callSignAmendment(pool: pg.Pool, call: AmendmentCall): Promise<AmendmentOutcome> {
  const { rows } = await pool.query<{ outcome: AmendmentOutcome }>({
    name: 'sign_amendment_into_books',
    text: 'select sign_amendment_into_books($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as outcome',
    values: [
      call.entry, call.creditorId, call.agreementId, call.amendmentId, call.cpfIndex, call.challengeId, call.codeMac, call.now,
      call.mostTimes, call.evidenceSealed, call.eventId, call.event, call.audit.payload, call.audit.mac,
    ],
  })
  return rows[0]!.outcome
}

export interface FulfilCall {
  creditorId: string
  agreementId: string
  amendmentId: string
  now: Date
  paidOn: LocalDate
  paymentId: string
  /** What each installment comes to; nought cancels it. */
  amounts: readonly { number: number; cents: bigint }[]
}

/** Makes an amendment true whose payment has come. Under the agreement's lock; the payment is put on the installments next. */
export async function callFulfilAmendment(tx: Transaction, { creditorId, agreementId, amendmentId, now, paidOn, paymentId, amounts }: FulfilCall): Promise<void> {
  await tx.$client.query({
    name: 'fulfil_amendment',
    text: 'select fulfil_amendment($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [creditorId, agreementId, amendmentId, now, paidOn, amounts.map(({ number }) => number), amounts.map(({ cents }) => cents), paymentId],
  })
}

/** Undoes an amendment whose payment is taken back. Under the agreement's lock; its installments are put back next. */
export async function callUndoFulfilment(tx: Transaction, { creditorId, agreementId, id }: { creditorId: string; agreementId: string; id: string }, now: Date): Promise<void> {
  await tx.$client.query({ name: 'undo_fulfilment', text: 'select undo_fulfilment($1, $2, $3, $4)', values: [creditorId, agreementId, id, now] })
}
