import type { InstallmentBand, PolicyCondition, PolicyGrant, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { buildOffers } from './build-offers.ts'
import type { OfferDebt, OfferPolicy, OfferRequest, Offers, PersonTraits } from './types.ts'

const LATE_CHARGES_OFF = { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 0 }

/** A debt of R$ 980,00, 256 days late on 21 November 2026: R$ 1.083,23. */
export function debt(more: Partial<OfferDebt> = {}): OfferDebt {
  const terms = { principalCents: 98_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [] }
  return { id: 'a', product: 'bank_credit', segment: null, riskBand: null, tags: [], terms, ...more }
}

/** A band that forgives the late charges, without interest. */
export function band(min: number, max: number, more: Partial<InstallmentBand> = {}): InstallmentBand {
  return { count: { min, max }, discount: LATE_CHARGES_OFF, monthlyRateBps: 0, leastDownPaymentBps: 0, leastInstallmentCents: 5_000, ...more }
}

/** A rule with 40 % off in cash, up to 3 times without interest and up to 5 at 1 % a month. */
export function rule(grant: Partial<PolicyGrant> = {}, when: PolicyCondition = {}): PolicyRule {
  const full = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
  return {
    name: 'Regra',
    when,
    grant: {
      cash: { discount: { ...LATE_CHARGES_OFF, principalBps: 4_000 }, daysToPay: 5 },
      installments: [band(2, 3), band(4, 5, { monthlyRateBps: 100, discount: full })],
      daysToFirstPayment: 30,
      validityDays: 5,
      lateFeeBps: 200,
      defaultInterestMonthlyBps: 100,
      breakRule: { toleranceDays: 10, missedInstallments: 2 },
      ...grant,
    },
  }
}

/** A policy of these rules, for everybody. */
export function policy(rules: readonly PolicyRule[], more: Partial<OfferPolicy> = {}): OfferPolicy {
  return { rules, audience: null, runningCampaigns: [], projectIndices: false, ...more }
}

/** Somebody of São Paulo with one debt who never broke an agreement. */
export const PERSON: PersonTraits = { state: 'SP', debtCount: 1, hasBrokenAgreement: false }

/** A request for the debt above; `rules` stands for a policy of these rules for everybody. */
export function request({ rules = [rule()], ...more }: Partial<OfferRequest> & { rules?: readonly PolicyRule[] } = {}): OfferRequest {
  return { today: '2026-11-21', regime: 'financial', policy: policy(rules), person: PERSON, debts: [debt()], ...more }
}

/** The sheet for a request that must not be refused. */
export function sheetOf(asked: OfferRequest): Offers {
  const answer = buildOffers(asked)
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.value
}
