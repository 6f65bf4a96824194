import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cents, creditorId, day, instant } from './columns.ts'

export const campaigns = pgTable('campaigns', {
  creditorId: creditorId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  startsOn: day('starts_on').notNull(),
  endsOn: day('ends_on').notNull(),
  budgetCents: cents('budget_cents').notNull(),
  spentCents: cents('spent_cents').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const campaignSpendings = pgTable('campaign_spendings', {
  creditorId: creditorId(),
  agreementId: uuid('agreement_id').notNull(),
  code: text('code').notNull(),
  kind: text('kind').$type<'signed' | 'returned'>().notNull(),
  cents: cents('cents').notNull(),
  createdAt: instant('created_at').notNull(),
})
