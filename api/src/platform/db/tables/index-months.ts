import { bigint, pgTable, text } from 'drizzle-orm/pg-core'
import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { instant } from './columns.ts'

export const indexMonths = pgTable('index_months', {
  code: text('code').$type<IndexCode>().notNull(),
  month: text('month').notNull(),
  rate: bigint('rate', { mode: 'bigint' }).notNull(),
  updatedAt: instant('updated_at').notNull(),
})
