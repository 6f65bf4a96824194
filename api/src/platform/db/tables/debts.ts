import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Charges, Debt } from '@repactua/shared/contract/debts.ts'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const debts = pgTable('debts', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  externalId: text('external_id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  status: text('status').$type<Debt['status']>().notNull(),
  product: text('product').$type<Debt['product']>().notNull(),
  contractNumber: text('contract_number'),
  description: text('description'),
  originalCreditor: text('original_creditor'),
  principalCents: cents('principal_cents').notNull(),
  dueOn: day('due_on').notNull(),
  lateFeeBps: integer('late_fee_bps').notNull(),
  defaultInterestMonthlyBps: integer('default_interest_monthly_bps').notNull(),
  interestMethod: text('interest_method').$type<NonNullable<Charges['interestMethod']>>().notNull(),
  dayCount: text('day_count').$type<NonNullable<Charges['dayCount']>>().notNull(),
  correctionIndex: text('correction_index').$type<NonNullable<Charges['correctionIndex']>>(),
  segment: text('segment'),
  tags: text('tags').array().notNull(),
  prescribesOn: day('prescribes_on').notNull(),
  fingerprint: bytes('fingerprint').notNull(),
  withdrawalReason: text('withdrawal_reason').$type<NonNullable<Debt['withdrawal']>['reason']>(),
  withdrawalNote: text('withdrawal_note'),
  withdrawnAt: instant('withdrawn_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const debtPayments = pgTable('debt_payments', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtId: uuid('debt_id').notNull(),
  agreementId: uuid('agreement_id'),
  paidOn: day('paid_on').notNull(),
  cents: cents('cents').notNull(),
  createdAt: instant('created_at').notNull(),
})
