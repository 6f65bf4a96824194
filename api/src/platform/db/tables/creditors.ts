import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Address, Brand, Settings } from '@repactua/shared/contract/creditors.ts'
import { cents, instant } from './columns.ts'

export const creditors = pgTable('creditors', {
  id: uuid('id').primaryKey(),
  legalName: text('legal_name').notNull(),
  tradeName: text('trade_name').notNull(),
  cnpj: text('cnpj').notNull(),
  address: jsonb('address').$type<Address>().notNull(),
  email: text('email').notNull(),
  phone: text('phone').notNull(),
  regime: text('regime').$type<'financial' | 'non_financial'>().notNull(),
  brand: jsonb('brand').$type<Brand>().notNull(),
  pixKey: text('pix_key').notNull(),
  fourEyesPublishing: boolean('four_eyes_publishing').notNull(),
  fourEyesEndAskedBy: uuid('four_eyes_end_asked_by'),
  fourEyesEndAskedAt: instant('four_eyes_end_asked_at'),
  showsBarredDebts: boolean('shows_barred_debts').notNull(),
  remindDaysBefore: integer('remind_days_before').notNull(),
  acceptsBoleto: boolean('accepts_boleto').notNull(),
  acceptsCard: boolean('accepts_card').notNull(),
  shortToleranceCents: cents('short_tolerance_cents').notNull(),
  overpayment: text('overpayment').$type<Settings['overpayment']>().notNull(),
  tellsBalances: boolean('tells_balances').notNull(),
  answerHours: integer('answer_hours').notNull(),
  createdAt: instant('created_at').notNull(),
})
