import { BUILT_IN_RULES } from '../segments/built-in-rules.ts'
import { profileOf } from '../segments/profile.ts'
import type { DebtFacts, PersonDetails, PersonFacts } from './types.ts'

export function debtFacts(overrides: Partial<DebtFacts> = {}): DebtFacts {
  return { id: 'debt-1', status: 'open', hold: null, pause: null, dueOn: '2026-11-10', receivedOn: '2026-10-20', prescribesOn: '2031-11-10', ...overrides }
}

/** Somebody in São Paulo with one debt. */
export function personFacts(overrides: Partial<PersonFacts> = {}): PersonFacts {
  return { debtorId: 'person-1', state: 'SP', city: 'São Paulo', debts: [debtFacts()], agreements: [], events: [], hasOpenProposal: false, promisedOn: null, ...overrides }
}

/** Reached by mail and phone; nothing went before, and nothing is wished. */
export function personDetails(overrides: Partial<PersonDetails['profile']> = {}): PersonDetails {
  const history = {
    debtorId: 'person-1', state: 'SP', debtCount: 1, hasBrokenAgreement: false, principalCents: 98_000n, overdueDays: 0, products: [], segments: [], tags: [], debtBand: null,
    paidOnTimeCount: 0, paidLateCount: 0, delayCount: 0, longestDelayDays: 0, agreementsKept: 0, agreementsBroken: 0, agreementsWithdrawn: 0,
    hasRunningAgreement: false, hasEmail: true, hasPhone: true, reachedBy: [], readBy: [], daysSincePayment: null, daysSinceAnswer: null, uploaded: null,
  }
  return { profile: { ...profileOf(history, BUILT_IN_RULES), ...overrides }, sentBefore: [], choices: [] }
}
