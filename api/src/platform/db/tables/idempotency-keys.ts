import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const idempotencyKeys = pgTable('idempotency_keys', {
  credential: text('credential').notNull(),
  method: text('method').notNull(),
  path: text('path').notNull(),
  key: text('key').notNull(),
  fingerprint: bytes('fingerprint').notNull(),
  status: integer('status').notNull(),
  bodySealed: bytes('body_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
})
