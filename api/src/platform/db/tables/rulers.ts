import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Ruler, RulerStep } from '@repactua/shared/contract/rulers.ts'
import { creditorId, instant } from './columns.ts'

export const rulers = pgTable('rulers', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  steps: jsonb('steps').$type<RulerStep[]>().notNull(),
  status: text('status').$type<Ruler['status']>().notNull(),
  version: integer('version'),
  pausedAt: instant('paused_at'),
  createdAt: instant('created_at').notNull(),
  publishedAt: instant('published_at'),
})
