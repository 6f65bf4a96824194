import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { cents, creditorId, instant } from './columns.ts'

export const refunds = pgTable('refunds', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id'),
  amountCents: cents('amount_cents').notNull(),
  reason: text('reason').$type<Refund['reason']>().notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  externalReference: text('external_reference'),
  paymentReference: text('payment_reference'),
})
