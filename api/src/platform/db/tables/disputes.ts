import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DebtHold } from '@repactua/shared/contract/debts.ts'
import type { Dispute } from '@repactua/shared/contract/disputes.ts'
import { bytes, creditorId, day, instant } from './columns.ts'

export const disputes = pgTable('disputes', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtId: uuid('debt_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  reason: text('reason').$type<Dispute['reason']>().notNull(),
  statementSealed: bytes('statement_sealed').notNull(),
  status: text('status').$type<Dispute['status']>().notNull(),
  answerBy: day('answer_by').notNull(),
  answerSealed: bytes('answer_sealed'),
  alarmedAt: instant('alarmed_at'),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull(),
})

export const debtHolds = pgTable('debt_holds', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtId: uuid('debt_id').notNull(),
  reason: text('reason').$type<DebtHold['reason']>().notNull(),
  untilOn: day('until_on'),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
})
