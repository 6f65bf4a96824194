import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { MyProposal, Proposal, ProposalDecision, PROPOSAL_REASONS } from '@repactua/shared/contract/proposals.ts'
import { bytes, cents, creditorId, day, instant } from './columns.ts'

/** The payments of a plan in cents, as they lie in JSON. */
export interface StoredPlan {
  amounts: number[]
  downPaymentCents: number
}

export const proposals = pgTable('proposals', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  debtorId: uuid('debtor_id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  policyId: uuid('policy_id').notNull(),
  askedOn: day('asked_on').notNull(),
  monthlyCents: cents('monthly_cents'),
  downPaymentCents: cents('down_payment_cents'),
  dueDay: integer('due_day'),
  firstDueOn: day('first_due_on'),
  reasonSealed: bytes('reason_sealed'),
  balanceCents: cents('balance_cents').notNull(),
  plan: jsonb('plan').$type<StoredPlan>(),
  works: jsonb('works').$type<NonNullable<MyProposal['works']>>(),
  weighing: jsonb('weighing').$type<Pick<Proposal, 'plan' | 'standing' | 'monthlyDiscountRateBps'>>(),
  presentValueBps: integer('present_value_bps'),
  secondApprovalBelowBps: integer('second_approval_below_bps'),
  decision: text('decision').$type<ProposalDecision>().notNull(),
  reasonCode: text('reason_code').$type<(typeof PROPOSAL_REASONS)[number]>().notNull(),
  decideBy: instant('decide_by'),
  decidedAt: instant('decided_at'),
  offerSheetId: uuid('offer_sheet_id'),
  optionId: text('option_id'),
  note: text('note'),
  internalNote: text('internal_note'),
  createdAt: instant('created_at').notNull(),
})

export const proposalDebts = pgTable('proposal_debts', {
  creditorId: creditorId(),
  proposalId: uuid('proposal_id').notNull(),
  debtId: uuid('debt_id').notNull(),
  askedOn: day('asked_on').notNull(),
})

export const proposalApprovals = pgTable('proposal_approvals', {
  creditorId: creditorId(),
  proposalId: uuid('proposal_id').notNull(),
  clientId: uuid('client_id').notNull(),
  createdAt: instant('created_at').notNull(),
})
