import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { pixRefundParts } from '../../platform/db/tables/pix-refund-parts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type RefundPart = typeof pixRefundParts.$inferSelect
type Key = Pick<RefundPart, 'creditorId' | 'refundId'>

const UNDER_WAY = ['asked', 'processing'] as const

/** All parts of a refund, the first attempt first. */
export function partsOf(tx: Transaction, { creditorId, refundId }: Key): Promise<RefundPart[]> {
  return tx.select().from(pixRefundParts).where(and(eq(pixRefundParts.creditorId, creditorId), eq(pixRefundParts.refundId, refundId)))
    .orderBy(asc(pixRefundParts.attempt), asc(pixRefundParts.endToEndId))
}

export async function insertParts(tx: Transaction, parts: readonly RefundPart[]): Promise<void> {
  await tx.insert(pixRefundParts).values([...parts])
}

/** Writes down what the bank said of a part; false where it was over before. */
export async function movePart(tx: Transaction, { creditorId, refundId, endToEndId, attempt }: RefundPart, to: Pick<RefundPart, 'status' | 'reason' | 'returnId' | 'changedAt'>): Promise<boolean> {
  const same = and(
    eq(pixRefundParts.creditorId, creditorId), eq(pixRefundParts.refundId, refundId), eq(pixRefundParts.endToEndId, endToEndId), eq(pixRefundParts.attempt, attempt),
    inArray(pixRefundParts.status, [...UNDER_WAY]),
  )
  return (await tx.update(pixRefundParts).set(to).where(same).returning({ attempt: pixRefundParts.attempt })).length === 1
}

/** The refunds with a part that nothing was heard of since an instant. */
export async function refundsUnderWay(tx: Transaction, creditorId: string, before: Date): Promise<string[]> {
  const rows = await tx.selectDistinct({ refundId: pixRefundParts.refundId }).from(pixRefundParts)
    .where(and(eq(pixRefundParts.creditorId, creditorId), inArray(pixRefundParts.status, [...UNDER_WAY]), lt(pixRefundParts.changedAt, before)))
  return rows.map(({ refundId }) => refundId)
}
