import { bigint, boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const boletoAccounts = pgTable('boleto_accounts', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  bank: text('bank').$type<'001' | '341'>().notNull(),
  agency: text('agency').notNull(),
  agencyDigit: text('agency_digit'),
  account: text('account').notNull(),
  accountDigit: text('account_digit').notNull(),
  wallet: text('wallet').notNull(),
  walletVariation: text('wallet_variation'),
  convenio: text('convenio'),
  firstNumber: bigint('first_number', { mode: 'number' }).notNull(),
  lastNumber: bigint('last_number', { mode: 'number' }).notNull(),
  nextNumber: bigint('next_number', { mode: 'number' }).notNull(),
  nextSequence: integer('next_sequence').notNull(),
  inUse: boolean('in_use').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const boletos = pgTable('boletos', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  accountId: uuid('account_id').notNull(),
  ownNumber: bigint('own_number', { mode: 'number' }).notNull(),
  agreementId: uuid('agreement_id').notNull(),
  installmentNumber: integer('installment_number').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  amountCents: cents('amount_cents').notNull(),
  lateCents: cents('late_cents').notNull(),
  fineBps: integer('fine_bps').notNull(),
  dailyInterestCents: cents('daily_interest_cents').notNull(),
  dueOn: day('due_on').notNull(),
  scheduledOn: day('scheduled_on').notNull(),
  barcode: text('barcode').notNull(),
  txid: text('txid').notNull(),
  copyPaste: text('copy_paste').notNull(),
  status: text('status').$type<'issued' | 'replaced' | 'sent' | 'registered' | 'refused' | 'written_off' | 'paid'>().notNull(),
  remittanceId: uuid('remittance_id'),
  bankReasons: text('bank_reasons').array().notNull(),
  createdAt: instant('created_at').notNull(),
})

export const boletoRemittances = pgTable('boleto_remittances', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  accountId: uuid('account_id').notNull(),
  sequence: integer('sequence').notNull(),
  slipCount: integer('slip_count').notNull(),
  totalCents: cents('total_cents').notNull(),
  fileSealed: bytes('file_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const boletoReturns = pgTable('boleto_returns', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  accountId: uuid('account_id').notNull(),
  sequence: integer('sequence').notNull(),
  sha256: bytes('sha256').notNull(),
  createdAt: instant('created_at').notNull(),
})
