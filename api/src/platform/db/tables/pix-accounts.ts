import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { PixAccount, PixReceiver } from '@repactua/shared/contract/pix-accounts.ts'
import { bytes, creditorId, day, instant } from './columns.ts'

export const pixAccounts = pgTable('pix_accounts', {
  creditorId: creditorId(),
  baseUrl: text('base_url').notNull(),
  tokenUrl: text('token_url').notNull(),
  clientId: text('client_id').notNull(),
  secretsSealed: bytes('secrets_sealed').notNull(),
  certificateEndsOn: day('certificate_ends_on').notNull(),
  status: text('status').$type<PixAccount['status']>().notNull(),
  problem: text('problem'),
  tellsPayments: boolean('tells_payments').notNull(),
  holdsUnknown: boolean('holds_unknown').notNull(),
  receiver: jsonb('receiver').$type<PixReceiver>(),
  sweptUntil: instant('swept_until'),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
