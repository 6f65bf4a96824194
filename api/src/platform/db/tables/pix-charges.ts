import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cents, creditorId, day, instant } from './columns.ts'

export const pixCharges = pgTable('pix_charges', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  chargeId: uuid('charge_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  openCents: cents('open_cents').notNull(),
  scheduledOn: day('scheduled_on').notNull(),
  dueOn: day('due_on').notNull(),
  originalCents: cents('original_cents').notNull(),
  fineBps: integer('fine_bps').notNull(),
  interestMonthlyBps: integer('interest_monthly_bps').notNull(),
  interestDailyCents: cents('interest_daily_cents').notNull(),
  discountCents: cents('discount_cents').notNull(),
  discountUntil: day('discount_until'),
  status: text('status').$type<'prepared' | 'active' | 'paid' | 'superseded' | 'removed'>().notNull(),
  copyPaste: text('copy_paste'),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
