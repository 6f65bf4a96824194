import type { InstallmentBand, Policy, PolicyGrant, PolicyInput, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'

const CHARGES_FORGIVEN = { lateFineBps: 10_000, defaultInterestBps: 10_000 }

/** Installments without interest from `min` to `max`. */
export function band(min: number, max: number, overrides: Partial<InstallmentBand> = {}): InstallmentBand {
  return {
    count: { min, max },
    discount: { ...CHARGES_FORGIVEN, principalBps: 1_000 },
    monthlyRateBps: 0,
    leastDownPaymentBps: 0,
    leastInstallmentCents: 3_000,
    ...overrides,
  }
}

/** 40 % off in cash, 10 % off in 2 to 12 installments; within every limit of the law. */
export function grant(overrides: Partial<PolicyGrant> = {}): PolicyGrant {
  return {
    cash: { discount: { ...CHARGES_FORGIVEN, principalBps: 4_000 }, daysToPay: 5 },
    installments: [band(2, 12)],
    daysToFirstPayment: 30,
    dueDays: [5, 10, 20],
    validityDays: 5,
    lateFeeBps: 200,
    defaultInterestMonthlyBps: 100,
    breakRule: { toleranceDays: 15, missedInstallments: 2 },
    ...overrides,
  }
}

export function rule(overrides: Partial<PolicyRule> = {}): PolicyRule {
  return { name: 'Todas as dívidas', when: {}, grant: grant(), ...overrides }
}

/** The body of POST /v1/policies for a policy that the law allows to every creditor. */
export function policyInput(overrides: Partial<PolicyInput> = {}): PolicyInput {
  return { name: 'Política de exemplo', rules: [rule()], ...overrides }
}

/** A draft of the creditor. */
export async function makeDraft(test: TestApp, creditor: TestCreditor, overrides: Partial<PolicyInput> = {}): Promise<Policy> {
  const answer = await test.http.post('/v1/policies').set('authorization', creditor.bearer).send(policyInput(overrides)).expect(201)
  return answer.body as Policy
}

/** A policy that is in force from now on. */
export async function publishPolicy(test: TestApp, creditor: TestCreditor, overrides: Partial<PolicyInput> = {}): Promise<Policy> {
  const draft = await makeDraft(test, creditor, overrides)
  const answer = await test.http.post(`/v1/policies/${draft.id}/publication`).set('authorization', creditor.bearer).expect(200)
  return answer.body as Policy
}
