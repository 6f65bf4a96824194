import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Channel, MessageStatus, Purpose } from '@repactua/shared/contract/messaging.ts'
import { bytes, creditorId, instant } from './columns.ts'

export const messages = pgTable('messages', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  purpose: text('purpose').$type<Purpose>().notNull(),
  stepKey: text('step_key').notNull(),
  templateKey: text('template_key').notNull(),
  valuesSealed: bytes('values_sealed').notNull(),
  channels: text('channels').array().$type<Channel[]>().notNull(),
  debtIds: uuid('debt_ids').array().notNull(),
  rulerId: uuid('ruler_id'),
  step: text('step'),
  arm: text('arm'),
  notBefore: instant('not_before').notNull(),
  notAfter: instant('not_after').notNull(),
  status: text('status').$type<MessageStatus>().notNull(),
  dueAt: instant('due_at'),
  tries: integer('tries').notNull(),
  channel: text('channel').$type<Channel>(),
  failedChannels: text('failed_channels').array().$type<Channel[]>().notNull(),
  reason: text('reason'),
  code: text('code'),
  sentAt: instant('sent_at'),
  deliveredAt: instant('delivered_at'),
  readAt: instant('read_at'),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull(),
})

export const messageAttempts = pgTable('message_attempts', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  messageId: uuid('message_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  channel: text('channel').$type<Channel>().notNull(),
  line: text('line').notNull(),
  addressIndex: bytes('address_index').notNull(),
  addressSealed: bytes('address_sealed').notNull(),
  contentSealed: bytes('content_sealed').notNull(),
  contentSha256: bytes('content_sha256').notNull(),
  status: text('status').$type<'sending' | 'in_doubt' | 'accepted' | 'not_sent' | 'refused' | 'bounced'>().notNull(),
  /** Whether it counts for caps: all but what is known not to have arrived. */
  counts: boolean('counts').notNull(),
  providerMessageId: text('provider_message_id'),
  reason: text('reason'),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at'),
})

export const messageCodes = pgTable('message_codes', {
  code: text('code').primaryKey(),
  creditorId: creditorId(),
  messageId: uuid('message_id').notNull(),
  next: text('next').notNull(),
  linkUntil: instant('link_until').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const messageReceipts = pgTable('message_receipts', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  messageId: uuid('message_id').notNull(),
  attemptId: uuid('attempt_id').notNull(),
  kind: text('kind').$type<'sent' | 'delivered' | 'read' | 'bounced' | 'failed' | 'complained'>().notNull(),
  reason: text('reason'),
  newsId: uuid('news_id'),
  at: instant('at').notNull(),
  createdAt: instant('created_at').notNull(),
})
