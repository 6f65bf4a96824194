import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { StatementDocument } from '@repactua/shared/contract/yearly-statements.ts'
import { bytes, creditorId, instant } from './columns.ts'

export const yearlyStatements = pgTable('yearly_statements', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  year: integer('year').notNull(),
  verificationCode: text('verification_code').notNull(),
  document: jsonb('document').$type<StatementDocument>().notNull(),
  createdAt: instant('created_at').notNull(),
})
