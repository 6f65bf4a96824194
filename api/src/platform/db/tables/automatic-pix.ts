import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cents, creditorId, day, instant } from './columns.ts'

export const automaticPix = pgTable('automatic_pix', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  status: text('status').$type<'asked' | 'offered' | 'approved' | 'refused' | 'ended'>().notNull(),
  recurrenceId: text('recurrence_id'),
  copyPaste: text('copy_paste'),
  endedBy: text('ended_by').$type<'person' | 'bank' | 'plan'>(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  lookedAt: instant('looked_at').notNull(),
})

export const automaticDebits = pgTable('automatic_debits', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  leaveId: uuid('leave_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  amountCents: cents('amount_cents').notNull(),
  dueOn: day('due_on').notNull(),
  status: text('status').$type<'prepared' | 'scheduled' | 'paid' | 'failed' | 'withdrawn' | 'cancelled'>().notNull(),
  tries: integer('tries').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
