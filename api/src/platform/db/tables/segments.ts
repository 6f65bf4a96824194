import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ProfileRulesInput, SegmentCondition } from '@repactua/shared/contract/segments.ts'
import { creditorId, instant } from './columns.ts'

export const profileRules = pgTable('profile_rules', {
  creditorId: creditorId(),
  version: integer('version').notNull(),
  rules: jsonb('rules').$type<ProfileRulesInput>().notNull(),
  createdAt: instant('created_at').notNull(),
})

export const segments = pgTable('segments', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  version: integer('version').notNull(),
  name: text('name').notNull(),
  condition: jsonb('condition').$type<SegmentCondition>().notNull(),
  createdAt: instant('created_at').notNull(),
})
