import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Language, TemplateContent, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { Purpose } from '@repactua/shared/contract/messaging.ts'
import { bytes, creditorId, instant } from './columns.ts'

export const messageTemplates = pgTable('message_templates', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  key: text('key').notNull(),
  language: text('language').$type<Language>().notNull(),
  purpose: text('purpose').$type<Purpose>().notNull(),
  variables: jsonb('variables').$type<TemplateVariable[]>().notNull(),
  allowsAmounts: boolean('allows_amounts').notNull(),
  content: jsonb('content').$type<TemplateContent>().notNull(),
  status: text('status').$type<'draft' | 'published' | 'superseded'>().notNull(),
  version: integer('version'),
  createdAt: instant('created_at').notNull(),
  publishedAt: instant('published_at'),
})

export const templateTests = pgTable('template_tests', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  template: text('template').notNull(),
  channel: text('channel').$type<'email' | 'sms' | 'whatsapp' | 'voice'>().notNull(),
  addressSealed: bytes('address_sealed'),
  outcome: text('outcome').$type<'accepted' | 'refused' | 'in_doubt' | 'no_account'>(),
  askedAt: instant('asked_at').notNull(),
})
