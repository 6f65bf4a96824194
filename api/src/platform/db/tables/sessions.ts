import { pgTable } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

export const sessions = pgTable('sessions', {
  tokenHash: bytes('token_hash').primaryKey(),
  cpfIndex: bytes('cpf_index').notNull(),
  createdAt: instant('created_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
})
