import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import { creditorId, instant } from './columns.ts'

export const debtImports = pgTable('debt_imports', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  status: text('status').$type<DebtImport['status']>().notNull(),
  received: integer('received').notNull(),
  processed: integer('processed').notNull().default(0),
  accepted: integer('accepted').notNull().default(0),
  unchanged: integer('unchanged').notNull().default(0),
  rejected: integer('rejected').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  completedAt: instant('completed_at'),
})

export const debtImportErrors = pgTable('debt_import_errors', {
  creditorId: creditorId(),
  importId: uuid('import_id').notNull(),
  line: integer('line').notNull(),
  position: integer('position').notNull(),
  externalId: text('external_id'),
  pointer: text('pointer').notNull(),
  code: text('code').notNull(),
  message: text('message').notNull(),
})
