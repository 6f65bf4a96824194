import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ServiceRestriction, ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { bytes, creditorId, day, instant } from './columns.ts'

export const serviceRules = pgTable('service_rules', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  rules: jsonb('rules').$type<ServiceRule[]>().notNull(),
  createdAt: instant('created_at').notNull(),
})

export const serviceRestrictions = pgTable('service_restrictions', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtId: uuid('debt_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  ruleName: text('rule_name').notNull(),
  limits: text('limits').notNull(),
  comesBack: text('comes_back').notNull(),
  state: text('state').$type<ServiceRestriction['state']>().notNull(),
  noticedOn: day('noticed_on').notNull(),
  limitsOn: day('limits_on').notNull(),
  limitedAt: instant('limited_at'),
  endedAt: instant('ended_at'),
  cause: text('cause').$type<NonNullable<ServiceRestriction['cause']>>(),
  restoreBy: day('restore_by'),
  createdAt: instant('created_at').notNull(),
})
