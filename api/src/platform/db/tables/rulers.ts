import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'
import type { Ruler, RulerLoad, RulerSimulation, RulerStep } from '@repactua/shared/contract/rulers.ts'
import type { KeptTotals } from '../../../core/rulers/load-totals.ts'
import { creditorId, day, instant } from './columns.ts'

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

export const experiments = pgTable('experiments', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  rulerCode: text('ruler_code').notNull(),
  name: text('name').notNull(),
  steps: text('steps').array(),
  arms: jsonb('arms').$type<ExperimentArm[]>().notNull(),
  outcomeDays: integer('outcome_days').notNull(),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
})

export const rulerSimulations = pgTable('ruler_simulations', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  rulerId: uuid('ruler_id').notNull(),
  fromOn: day('from_on').notNull(),
  days: integer('days').notNull(),
  paidBps: integer('paid_bps').notNull(),
  paidAfterDays: integer('paid_after_days').notNull(),
  status: text('status').$type<RulerSimulation['status']>().notNull(),
  people: integer('people').notNull(),
  lastDebtorId: uuid('last_debtor_id'),
  totals: jsonb('totals').$type<KeptTotals>(),
  result: jsonb('result').$type<RulerLoad>(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  completedAt: instant('completed_at'),
})
