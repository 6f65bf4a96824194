import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { creditorId, day, instant } from './columns.ts'

export const delistings = pgTable('delistings', {
  creditorId: creditorId(),
  agreementId: uuid('agreement_id').notNull(),
  paidOn: day('paid_on').notNull(),
  alarmOn: day('alarm_on').notNull(),
  dueOn: day('due_on').notNull(),
  createdAt: instant('created_at').notNull(),
  alarmedAt: instant('alarmed_at'),
  confirmedAt: instant('confirmed_at'),
  cause: text('cause').$type<'settlement' | 'first_installment'>().notNull(),
  lapsedAt: instant('lapsed_at'),
})
