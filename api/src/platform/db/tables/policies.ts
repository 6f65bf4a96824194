import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Policy, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { creditorId, instant } from './columns.ts'

export const policies = pgTable('policies', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  rules: jsonb('rules').$type<PolicyRule[]>().notNull(),
  status: text('status').$type<Policy['status']>().notNull(),
  version: integer('version'),
  createdAt: instant('created_at').notNull(),
  publishedAt: instant('published_at'),
})
