import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { RefundTransfer } from '@repactua/shared/contract/pix-accounts.ts'
import { cents, creditorId, instant } from './columns.ts'

export const pixRefundParts = pgTable('pix_refund_parts', {
  creditorId: creditorId(),
  refundId: uuid('refund_id').notNull(),
  endToEndId: text('end_to_end_id').notNull(),
  attempt: integer('attempt').notNull(),
  amountCents: cents('amount_cents').notNull(),
  status: text('status').$type<RefundTransfer['status']>().notNull(),
  reason: text('reason'),
  returnId: text('return_id'),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
