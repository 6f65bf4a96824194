import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AccountChannel, ChannelProvider, WhatsappTemplateStatus } from '@repactua/shared/contract/channels.ts'
import { bytes, creditorId, instant } from './columns.ts'

/** What of an account is neither a secret nor common to all providers. */
export interface ChannelSettings {
  fromName?: string
  replyTo?: string
  businessAccountId?: string
  apiVersion?: string
}

export const channelAccounts = pgTable('channel_accounts', {
  creditorId: creditorId(),
  channel: text('channel').$type<AccountChannel>().notNull(),
  id: uuid('id').notNull(),
  provider: text('provider').$type<ChannelProvider>().notNull(),
  baseUrl: text('base_url'),
  account: text('account'),
  sender: text('sender'),
  settings: jsonb('settings').$type<ChannelSettings>().notNull(),
  secretsSealed: bytes('secrets_sealed').notNull(),
  ratePerSecond: integer('rate_per_second').notNull(),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})

export const carrierNews = pgTable('carrier_news', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  channel: text('channel').$type<AccountChannel>().notNull(),
  provider: text('provider').$type<ChannelProvider>().notNull(),
  eventKey: bytes('event_key').notNull(),
  rawSealed: bytes('raw_sealed').notNull(),
  receivedAt: instant('received_at').notNull(),
  readAt: instant('read_at'),
})

export const whatsappTemplates = pgTable('whatsapp_templates', {
  creditorId: creditorId(),
  name: text('name').notNull(),
  language: text('language').notNull(),
  status: text('status').$type<WhatsappTemplateStatus>().notNull(),
  category: text('category').$type<'utility' | 'marketing'>().notNull(),
  body: text('body').notNull(),
  examples: text('examples').array().notNull(),
  fields: text('fields').array().notNull(),
  providerId: text('provider_id'),
  reason: text('reason'),
  toldAt: instant('told_at'),
  createdAt: instant('created_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
