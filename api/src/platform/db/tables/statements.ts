import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const bankStatements = pgTable('bank_statements', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  format: text('format').$type<'ofx' | 'csv'>().notNull(),
  sha256: bytes('sha256').notNull(),
  beganOn: day('began_on'),
  endedOn: day('ended_on'),
  creditCount: integer('credit_count').notNull(),
  creditCents: cents('credit_cents').notNull(),
  debitCount: integer('debit_count').notNull(),
  debitCents: cents('debit_cents').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const bankStatementLines = pgTable('bank_statement_lines', {
  creditorId: creditorId(),
  statementId: uuid('statement_id').notNull(),
  line: integer('line').notNull(),
  externalReference: text('external_reference').notNull(),
  contentMac: bytes('content_mac').notNull(),
  postedOn: day('posted_on').notNull(),
  amountCents: cents('amount_cents').notNull(),
  textSealed: bytes('text_sealed').notNull(),
  outcome: text('outcome').$type<'posted' | 'known' | 'held'>().notNull(),
  matchedBy: text('matched_by').$type<'charge' | 'payer'>(),
  paymentId: uuid('payment_id'),
  exceptionId: uuid('exception_id'),
  agreementId: uuid('agreement_id'),
  candidates: jsonb('candidates').$type<{ agreementId: string; installmentNumber: number }[]>().notNull(),
  createdAt: instant('created_at').notNull(),
})
