import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, creditorId, instant } from './columns.ts'

export const offerSheets = pgTable('offer_sheets', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  policyId: uuid('policy_id').notNull(),
  document: text('document').notNull(),
  sha256: bytes('sha256').notNull(),
  inputs: text('inputs'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})
