import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { WebhookDelivery } from '@repactua/shared/contract/webhooks.ts'
import { bytes, creditorId, instant } from './columns.ts'

export const webhookEndpoints = pgTable('webhook_endpoints', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  url: text('url').notNull(),
  description: text('description'),
  eventTypes: text('event_types').array().notNull(),
  secretSealed: bytes('secret_sealed').notNull(),
  oldSecretSealed: bytes('old_secret_sealed'),
  oldSecretUntil: instant('old_secret_until'),
  enabled: boolean('enabled').notNull(),
  goneAt: instant('gone_at'),
  createdAt: instant('created_at').notNull(),
})

export const webhookDeliveries = pgTable('webhook_deliveries', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  endpointId: uuid('endpoint_id').notNull(),
  eventId: uuid('event_id').notNull(),
  status: text('status').$type<WebhookDelivery['status']>().notNull(),
  tries: integer('tries').notNull(),
  nextTryAt: instant('next_try_at'),
  lastStatus: integer('last_status'),
  lastError: text('last_error'),
  deliveredAt: instant('delivered_at'),
  createdAt: instant('created_at').notNull(),
})
