import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { SimulationSummary } from '@repactua/shared/contract/simulations.ts'
import { creditorId, day, instant } from './columns.ts'

export const simulations = pgTable('simulations', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  policyId: uuid('policy_id').notNull(),
  inForcePolicyId: uuid('in_force_policy_id'),
  runningCampaigns: text('running_campaigns').array().notNull(),
  inForceCampaigns: text('in_force_campaigns').array().notNull(),
  asOf: day('as_of').notNull(),
  acceptance: jsonb('acceptance').$type<SimulationSummary['acceptance']>().notNull(),
  status: text('status').$type<SimulationSummary['status']>().notNull(),
  done: integer('done').notNull().default(0),
  total: integer('total'),
  lastDebtId: uuid('last_debt_id'),
  untilDebtId: uuid('until_debt_id'),
  totals: text('totals'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  completedAt: instant('completed_at'),
})

export const simulationResults = pgTable('simulation_results', {
  creditorId: creditorId(),
  simulationId: uuid('simulation_id').notNull(),
  document: text('document').notNull(),
  createdAt: instant('created_at').notNull(),
})
