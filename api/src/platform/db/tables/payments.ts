import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import type { PaymentException } from '@repactua/shared/contract/payment-exceptions.ts'
import { bytes, cents, creditorId, instant } from './columns.ts'

export const charges = pgTable('charges', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  method: text('method').$type<'pix'>().notNull(),
  amountCents: cents('amount_cents').notNull(),
  txid: text('txid').notNull(),
  copyPaste: text('copy_paste').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const payments = pgTable('payments', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  amountCents: cents('amount_cents').notNull(),
  paidAt: instant('paid_at').notNull(),
  method: text('method').$type<Payment['method']>().notNull(),
  externalReference: text('external_reference').notNull(),
  createdAt: instant('created_at').notNull(),
  excessCents: cents('excess_cents').notNull(),
  paidBy: text('paid_by').$type<'debtor' | 'other'>(),
})

export const paymentAllocations = pgTable('payment_allocations', {
  creditorId: creditorId(),
  paymentId: uuid('payment_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  cents: cents('cents').notNull(),
  lateFineCents: cents('late_fine_cents').notNull(),
  defaultInterestCents: cents('default_interest_cents').notNull(),
  forgivenCents: cents('forgiven_cents').notNull(),
})

export const paymentReferences = pgTable('payment_references', {
  creditorId: creditorId(),
  externalReference: text('external_reference').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const paymentExceptions = pgTable('payment_exceptions', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  reason: text('reason').$type<PaymentException['reason']>().notNull(),
  amountCents: cents('amount_cents').notNull(),
  paidAt: instant('paid_at').notNull(),
  method: text('method').$type<Payment['method']>().notNull(),
  externalReference: text('external_reference').notNull(),
  agreementId: uuid('agreement_id'),
  installmentNumber: integer('installment_number'),
  txid: text('txid'),
  payerIndex: bytes('payer_index'),
  createdAt: instant('created_at').notNull(),
  resolution: text('resolution').$type<NonNullable<PaymentException['resolution']>['action']>(),
  note: text('note'),
  resolvedAt: instant('resolved_at'),
  paymentId: uuid('payment_id'),
  refundId: uuid('refund_id'),
})

export const paymentReversals = pgTable('payment_reversals', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  paymentId: uuid('payment_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  amountCents: cents('amount_cents').notNull(),
  reason: text('reason').$type<Payment['reversals'][number]['reason']>().notNull(),
  reversedAt: instant('reversed_at').notNull(),
  externalReference: text('external_reference').notNull(),
  reopened: boolean('reopened').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const paymentReversalShares = pgTable('payment_reversal_shares', {
  creditorId: creditorId(),
  reversalId: uuid('reversal_id').notNull(),
  paymentId: uuid('payment_id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  cents: cents('cents').notNull(),
  lateCents: cents('late_cents').notNull(),
  loweredCents: cents('lowered_cents').notNull(),
  forgivenCents: cents('forgiven_cents').notNull(),
})
