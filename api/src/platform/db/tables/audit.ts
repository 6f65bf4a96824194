import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, creditorId, instant } from './columns.ts'

export const auditEntries = pgTable('audit_entries', {
  creditorId: creditorId(),
  sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
  at: instant('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  payload: text('payload').notNull(),
  mac: bytes('mac').notNull(),
  previousHash: bytes('previous_hash').notNull(),
  hash: bytes('hash').notNull(),
})

export const outboxEvents = pgTable('outbox_events', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  type: text('type').notNull(),
  subject: text('subject').notNull(),
  data: jsonb('data').notNull(),
  createdAt: instant('created_at').notNull(),
  relayedAt: instant('relayed_at'),
  position: bigint('position', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull(),
  sequence: bigint('sequence', { mode: 'number' }),
})
