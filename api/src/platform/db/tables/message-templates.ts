import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Language, TemplateContent, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { Purpose } from '@repactua/shared/contract/messaging.ts'
import { creditorId, instant } from './columns.ts'

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
