import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Channel, ChoiceSource, Purpose } from '@repactua/shared/contract/messaging.ts'
import { bytes, creditorId, instant } from './columns.ts'

export const contactChoices = pgTable('contact_choices', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  wish: text('wish').$type<'stop' | 'allow'>().notNull(),
  channel: text('channel').$type<Channel>(),
  purpose: text('purpose').$type<Purpose>(),
  source: text('source').$type<ChoiceSource>().notNull(),
  messageId: uuid('message_id'),
  until: instant('until'),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
})

export const pushSubscriptions = pgTable('push_subscriptions', {
  id: uuid('id').primaryKey(),
  cpfIndex: bytes('cpf_index').notNull(),
  endpointIndex: bytes('endpoint_index').notNull(),
  subscriptionSealed: bytes('subscription_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const unreachableAddresses = pgTable('unreachable_addresses', {
  channel: text('channel').$type<Channel>().notNull(),
  addressIndex: bytes('address_index').notNull(),
  reason: text('reason').notNull(),
  since: instant('since').notNull(),
})

export const blockedPhones = pgTable('blocked_phones', {
  state: text('state').notNull(),
  addressIndex: bytes('address_index').notNull(),
  listId: uuid('list_id').notNull(),
  createdAt: instant('created_at').notNull(),
})
