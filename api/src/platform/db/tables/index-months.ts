import { bigint, boolean, pgTable, text } from 'drizzle-orm/pg-core'
import type { TableCode } from '@repactua/shared/contract/indices.ts'
import { instant } from './columns.ts'

export const indexMonths = pgTable('index_months', {
  code: text('code').$type<TableCode>().notNull(),
  month: text('month').notNull(),
  rate: bigint('rate', { mode: 'bigint' }).notNull(),
  derived: boolean('derived').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
