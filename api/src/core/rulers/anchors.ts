import type { Anchor } from '@repactua/shared/contract/rulers.ts'

/** What a step's message is for: debts that are owed, or something that the person has: a plan, a dispute, a request. */
export type StepPurpose = 'collection' | 'service'

/** What each anchor's messages are for; a template fits a step whose purpose is its own. */
export const ANCHOR_PURPOSES: Readonly<Record<Anchor, StepPurpose>> = {
  debt_due: 'collection',
  debt_received: 'collection',
  offer_not_signed: 'collection',
  proposal_countered: 'service',
  promise_near: 'service',
  installment_due: 'service',
  payment_late: 'service',
  agreement_at_risk: 'service',
  dispute_answered: 'service',
}

/** Days that are known before they come: a step may lie before them. Events have nothing before them. */
export const FORESEEN: ReadonlySet<Anchor> = new Set<Anchor>(['debt_due', 'installment_due', 'promise_near'])
