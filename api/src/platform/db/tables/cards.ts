import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, cents, creditorId, instant } from './columns.ts'

export const cardAccounts = pgTable('card_accounts', {
  creditorId: creditorId(),
  provider: text('provider').$type<'stripe'>().notNull(),
  baseUrl: text('base_url').notNull(),
  secretsSealed: bytes('secrets_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})

export const cardCheckouts = pgTable('card_checkouts', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  amountCents: cents('amount_cents').notNull(),
  status: text('status').$type<'asked' | 'open' | 'paid' | 'expired' | 'refused'>().notNull(),
  sessionId: text('session_id'),
  url: text('url'),
  paymentIntent: text('payment_intent'),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
})
