import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { creditorId, day, instant } from './columns.ts'

export const debtProtests = pgTable('debt_protests', {
  creditorId: creditorId(),
  debtId: uuid('debt_id').notNull(),
  registryOffice: text('registry_office').notNull(),
  protestedOn: day('protested_on').notNull(),
  reference: text('reference').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
