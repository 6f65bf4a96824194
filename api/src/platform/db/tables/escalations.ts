import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Escalation, EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

export const escalationSettings = pgTable('escalation_settings', {
  creditorId: creditorId(),
  kinds: text('kinds').array().$type<EscalationSettings['kinds']>().notNull(),
  afterDays: integer('after_days').notNull(),
  answerDays: integer('answer_days').notNull(),
  leastCents: cents('least_cents').notNull(),
  automatic: text('automatic').$type<EscalationSettings['automatic']>().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const escalations = pgTable('escalations', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtId: uuid('debt_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  kind: text('kind').$type<Escalation['kind']>().notNull(),
  state: text('state').$type<Escalation['state']>().notNull(),
  since: instant('since').notNull(),
  contractEndedOn: day('contract_ended_on'),
  proofProvider: text('proof_provider'),
  proofReference: text('proof_reference'),
  proofDeliveredAt: instant('proof_delivered_at'),
  proofSha256: text('proof_sha256'),
  deadlineOn: day('deadline_on'),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at'),
  institution: text('institution'),
  reference: text('reference'),
  confirmedOn: day('confirmed_on'),
  block: text('block').$type<NonNullable<Escalation['block']>>(),
  takeOffAlarmOn: day('take_off_alarm_on'),
  takeOffOn: day('take_off_on'),
  alarmedAt: instant('alarmed_at'),
  createdAt: instant('created_at').notNull(),
})
