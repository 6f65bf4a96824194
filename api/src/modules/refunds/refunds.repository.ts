import { and, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { RefundQuery } from '@repactua/shared/contract/refunds.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { refunds } from '../../platform/db/tables/refunds.ts'

export type RefundRecord = typeof refunds.$inferSelect

export async function insertRefund(tx: Transaction, refund: RefundRecord): Promise<void> {
  await tx.insert(refunds).values(refund)
}

export async function lockRefund(tx: Transaction, creditorId: string, id: string): Promise<RefundRecord | null> {
  const [row] = await tx.select().from(refunds).where(and(eq(refunds.creditorId, creditorId), eq(refunds.id, id))).for('update')
  return row ?? null
}

export async function setConfirmed(tx: Transaction, { creditorId, id, confirmedAt, externalReference }: RefundRecord): Promise<void> {
  await tx.update(refunds).set({ confirmedAt, externalReference }).where(and(eq(refunds.creditorId, creditorId), eq(refunds.id, id)))
}

/** Whether the creditor's bank is being asked to give it back by Pix. */
export async function isUnderWay(tx: Transaction, { creditorId, id }: Pick<RefundRecord, 'creditorId' | 'id'>): Promise<boolean> {
  const { rows } = await tx.$client.query({
    name: 'refund_under_way',
    text: `select from pix_refund_parts p join pix_accounts using (creditor_id) where p.creditor_id = $1 and p.refund_id = $2 and p.status in ('asked', 'processing') limit 1`,
    values: [creditorId, id],
  })
  return rows.length > 0
}

/** The refund of money that came under a reference, which went back or is to go back. Its row is locked. */
export async function lockRefundOf(tx: Transaction, creditorId: string, paymentReference: string): Promise<RefundRecord | null> {
  const [row] = await tx.select().from(refunds).where(and(eq(refunds.creditorId, creditorId), eq(refunds.paymentReference, paymentReference))).for('update')
  return row ?? null
}

/** A creditor's refunds, newest first, one more than the limit so that the caller knows of a next page. */
export function findRefunds(tx: Transaction, creditorId: string, { status, limit, before }: Pick<RefundQuery, 'status'> & { limit: number; before: string | null }): Promise<RefundRecord[]> {
  const wanted = [
    eq(refunds.creditorId, creditorId),
    status === undefined ? undefined : status === 'due' ? isNull(refunds.confirmedAt) : isNotNull(refunds.confirmedAt),
    before === null ? undefined : lt(refunds.id, before),
  ]
  return tx.select().from(refunds).where(and(...wanted)).orderBy(desc(refunds.id)).limit(limit + 1)
}

/** The refunds of some agreements. */
export async function refundsOf(tx: Transaction, agreements: readonly { creditorId: string; id: string }[]): Promise<RefundRecord[]> {
  if (agreements.length === 0) return []
  const creditorIds = [...new Set(agreements.map(({ creditorId }) => creditorId))]
  return tx.select().from(refunds).where(and(inArray(refunds.creditorId, creditorIds), inArray(refunds.agreementId, agreements.map(({ id }) => id))))
}
