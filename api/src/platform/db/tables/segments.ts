import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ProfileReview, ReviewedProfile } from '@repactua/shared/contract/profile-reviews.ts'
import type { ProfileRulesInput, SegmentCondition } from '@repactua/shared/contract/segments.ts'
import { bytes, creditorId, day, instant } from './columns.ts'

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

export const profileReviews = pgTable('profile_reviews', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  statementSealed: bytes('statement_sealed'),
  profile: jsonb('profile').$type<ReviewedProfile>().notNull(),
  status: text('status').$type<ProfileReview['status']>().notNull(),
  answerBy: day('answer_by').notNull(),
  answerSealed: bytes('answer_sealed'),
  alarmedAt: instant('alarmed_at'),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull(),
})
