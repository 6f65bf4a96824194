import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AmendmentKind } from '@repactua/shared/contract/amendments.ts'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const amendmentQuotes = pgTable('amendment_quotes', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  document: text('document').notNull(),
  sha256: bytes('sha256').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

export const amendments = pgTable('amendments', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  agreementId: uuid('agreement_id').notNull(),
  sequence: integer('sequence').notNull(),
  kind: text('kind').$type<AmendmentKind>().notNull(),
  payCents: cents('pay_cents'),
  payBy: day('pay_by'),
  challengeId: uuid('challenge_id').notNull(),
  evidenceSealed: bytes('evidence_sealed').notNull(),
  signedAt: instant('signed_at').notNull(),
  appliedAt: instant('applied_at'),
  paidBy: uuid('paid_by'),
  undoneAt: instant('undone_at'),
})
