import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
  replyToSealed: bytes('reply_to_sealed'),
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
