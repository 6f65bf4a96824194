import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { PromiseOfPayment } from '@repactua/shared/contract/conversations.ts'
import type { State } from '../../../core/conversation/machine.ts'
import { bytes, creditorId, day, instant } from './columns.ts'

export const conversations = pgTable('conversations', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  channel: text('channel').$type<'sms' | 'whatsapp'>().notNull(),
  accountId: uuid('account_id').notNull(),
  addressIndex: bytes('address_index').notNull(),
  addressSealed: bytes('address_sealed').notNull(),
  language: text('language').$type<'pt' | 'en'>().notNull(),
  state: text('state').$type<State>().notNull(),
  unknowns: integer('unknowns').notNull(),
  mistakes: integer('mistakes').notNull(),
  identifiedDebtorId: uuid('identified_debtor_id'),
  identifiedUntil: instant('identified_until'),
  pending: jsonb('pending').$type<{ event: string; day: string | null }>(),
  lastPosition: integer('last_position').notNull(),
  heardAt: instant('heard_at').notNull(),
  waitingSince: instant('waiting_since'),
  waitingFor: text('waiting_for'),
  alarmedAt: instant('alarmed_at'),
  claimedBy: text('claimed_by'),
  claimedUntil: instant('claimed_until'),
  createdAt: instant('created_at').notNull(),
})

export const conversationMessages = pgTable('conversation_messages', {
  creditorId: creditorId(),
  conversationId: uuid('conversation_id').notNull(),
  position: integer('position').notNull(),
  id: uuid('id').notNull(),
  author: text('author').$type<'person' | 'machine' | 'agent'>().notNull(),
  agent: text('agent'),
  channel: text('channel').$type<'sms' | 'whatsapp'>().notNull(),
  accountId: uuid('account_id').notNull(),
  providerMessageId: text('provider_message_id'),
  heard: text('heard'),
  textSealed: bytes('text_sealed').notNull(),
  status: text('status').$type<'received' | 'planned' | 'sending' | 'sent' | 'in_doubt' | 'failed'>().notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})

export const promises = pgTable('promises', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  promisedOn: day('promised_on').notNull(),
  status: text('status').$type<PromiseOfPayment['status']>().notNull(),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
})
