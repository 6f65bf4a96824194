import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Scope } from '@repactua/shared/contract/creditors.ts'
import { bytes, instant } from './columns.ts'

export const oauthClients = pgTable('oauth_clients', {
  id: uuid('id').primaryKey(),
  creditorId: uuid('creditor_id'),
  name: text('name').notNull(),
  secretMac: bytes('secret_mac').notNull(),
  scopes: text('scopes').array().$type<Scope[]>().notNull(),
  createdAt: instant('created_at').notNull(),
  revokedAt: instant('revoked_at'),
})
