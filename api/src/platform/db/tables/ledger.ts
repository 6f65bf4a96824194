import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { LedgerAccount, LedgerEvent, LedgerLine } from '@repactua/shared/contract/ledger.ts'
import { cents, creditorId, instant } from './columns.ts'

export const ledgerEntries = pgTable('ledger_entries', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  event: text('event').$type<LedgerEvent>().notNull(),
  agreementId: uuid('agreement_id'),
  sourceId: uuid('source_id').notNull(),
  postedAt: instant('posted_at').notNull(),
})

export const ledgerLines = pgTable('ledger_lines', {
  creditorId: creditorId(),
  entryId: uuid('entry_id').notNull(),
  line: integer('line').notNull(),
  account: text('account').$type<LedgerAccount>().notNull(),
  side: text('side').$type<LedgerLine['side']>().notNull(),
  cents: cents('cents').notNull(),
  installmentNumber: integer('installment_number'),
  debtId: uuid('debt_id'),
})
