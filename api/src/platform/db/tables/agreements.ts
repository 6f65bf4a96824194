import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { CourtOrder } from '@repactua/shared/contract/court-plans.ts'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const agreements = pgTable('agreements', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  offerSheetId: uuid('offer_sheet_id'),
  courtOrder: jsonb('court_order').$type<CourtOrder>(),
  optionId: text('option_id').notNull(),
  optionDocument: text('option_document').notNull(),
  dueDay: integer('due_day').notNull(),
  status: text('status').$type<Agreement['status']>().notNull(),
  balanceCents: cents('balance_cents').notNull(),
  totalCents: cents('total_cents').notNull(),
  termSealed: bytes('term_sealed').notNull(),
  termSha256: bytes('term_sha256').notNull(),
  expiresAt: instant('expires_at').notNull(),
  verificationCode: text('verification_code'),
  signedAt: instant('signed_at'),
  settledAt: instant('settled_at'),
  cancellationReason: text('cancellation_reason').$type<NonNullable<Agreement['cancellation']>['reason']>(),
  cancellationNote: text('cancellation_note'),
  cancelledAt: instant('cancelled_at'),
  voluntary: boolean('voluntary').notNull().default(false),
  breakNoticeOn: day('break_notice_on'),
  brokenAt: instant('broken_at'),
  withdrawnAt: instant('withdrawn_at'),
  createdAt: instant('created_at').notNull(),
})

export const agreementDebts = pgTable('agreement_debts', {
  creditorId: creditorId(),
  agreementId: uuid('agreement_id').notNull(),
  debtId: uuid('debt_id').notNull(),
  externalId: text('external_id').notNull(),
  description: text('description'),
  balanceCents: cents('balance_cents').notNull(),
  totalCents: cents('total_cents').notNull(),
  live: boolean('live').notNull().default(false),
})

export const installments = pgTable('installments', {
  creditorId: creditorId(),
  agreementId: uuid('agreement_id').notNull(),
  number: integer('number').notNull(),
  dueOn: day('due_on').notNull(),
  amountCents: cents('amount_cents').notNull(),
  paidCents: cents('paid_cents').notNull(),
  status: text('status').$type<Installment['status']>().notNull(),
})
