import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const sendingLines = pgTable('sending_lines', {
  line: text('line').primaryKey(),
  nextSlot: instant('next_slot').notNull(),
  failures: integer('failures').notNull(),
  downSince: instant('down_since'),
  closedUntil: instant('closed_until'),
})
