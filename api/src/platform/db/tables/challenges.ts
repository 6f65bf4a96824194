import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const challenges = pgTable('challenges', {
  id: uuid('id').primaryKey(),
  purpose: text('purpose').$type<'sign_in' | 'signature'>().notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  creditorId: uuid('creditor_id'),
  agreementId: uuid('agreement_id'),
  termSha256: bytes('term_sha256'),
  codeMac: bytes('code_mac'),
  channel: text('channel'),
  attempts: integer('attempts').notNull().default(0),
  addressPrefix: text('address_prefix').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  replacedAt: instant('replaced_at'),
})

export const failedCodes = pgTable('failed_codes', {
  id: uuid('id').primaryKey(),
  addressPrefix: text('address_prefix').notNull(),
  failedAt: instant('failed_at').notNull(),
})
