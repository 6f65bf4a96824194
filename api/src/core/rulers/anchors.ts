import type { Anchor } from '@repactua/shared/contract/rulers.ts'

/** What a step's message is for: debts that are owed, or something that the person has: a plan, a dispute, a request. */
export type StepPurpose = 'collection' | 'service'

/** What each anchor's messages are for; a template fits a step whose purpose is its own. */
export const ANCHOR_PURPOSES: Readonly<Record<Anchor, StepPurpose>> = {
  debt_due: 'collection',
  debt_received: 'collection',
  offer_not_signed: 'collection',
  proposal_countered: 'service',
  installment_due: 'service',
  payment_late: 'service',
  agreement_at_risk: 'service',
}

/** Days that are known before they come: a step may lie before them. Events have nothing before them. */
export const FORESEEN: ReadonlySet<Anchor> = new Set<Anchor>(['debt_due', 'installment_due'])

/** The days that an anchor's messages can name. */
export const ANCHOR_VALUES: Readonly<Record<Anchor, readonly string[]>> = {
  debt_due: ['dueOn'],
  debt_received: ['dueOn'],
  offer_not_signed: ['lastOn'],
  proposal_countered: ['lastOn'],
  installment_due: ['dueOn'],
  payment_late: ['dueOn'],
  agreement_at_risk: ['lastOn'],
}

/** Nothing is remembered of these longer than a step may lie after them. */
export const MOST_DAYS_AFTER_EVENT = 30
const LONG_STANDING: ReadonlySet<Anchor> = new Set<Anchor>(['debt_due', 'debt_received', 'installment_due', 'payment_late', 'agreement_at_risk'])

/** Whether an anchor is of short memory: something that happened. */
export function isEvent(anchor: Anchor): boolean {
  return !LONG_STANDING.has(anchor)
}
