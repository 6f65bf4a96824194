import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Campaign, Policy, PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { creditorId, day, instant } from './columns.ts'

export const policies = pgTable('policies', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  rules: jsonb('rules').$type<PolicyRule[]>().notNull(),
  validFrom: day('valid_from'),
  validTo: day('valid_to'),
  audience: jsonb('audience').$type<PolicyCondition>(),
  campaigns: jsonb('campaigns').$type<Campaign[]>().notNull(),
  projectIndices: boolean('project_indices').notNull(),
  status: text('status').$type<Policy['status']>().notNull(),
  version: integer('version'),
  createdAt: instant('created_at').notNull(),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at'),
  approvedBy: uuid('approved_by'),
  publishedAt: instant('published_at'),
})
