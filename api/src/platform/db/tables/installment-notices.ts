import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { creditorId, day, instant } from './columns.ts'

export const installmentNotices = pgTable('installment_notices', {
  creditorId: creditorId(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  kind: text('kind').$type<'due_soon' | 'due_today' | 'overdue'>().notNull(),
  dueOn: day('due_on').notNull(),
  createdAt: instant('created_at').notNull(),
})
