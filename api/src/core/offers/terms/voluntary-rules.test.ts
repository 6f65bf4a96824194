import type { PolicyGrant, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { voluntaryRules } from './voluntary-rules.ts'

const grant: PolicyGrant = {
  cash: { discount: { principalBps: 4_000, lateFineBps: 10_000, defaultInterestBps: 10_000 }, daysToPay: 5 },
  installments: [], daysToFirstPayment: 30, dueDays: [10], validityDays: 5, lateFeeBps: 200, defaultInterestMonthlyBps: 100,
  breakRule: { toleranceDays: 15, missedInstallments: 2, effect: 'novation' },
}
const rules: PolicyRule[] = [{ name: 'Todas', when: {}, grant }]

test('what nobody may collect has no charge for lateness and is never novated; all else is the policy’s', () => {
  expect(voluntaryRules(rules)).toEqual([{
    name: 'Todas', when: {},
    grant: { ...grant, lateFeeBps: 0, defaultInterestMonthlyBps: 0, breakRule: { toleranceDays: 15, missedInstallments: 2, effect: 'original_debt' } },
  }])
})

test('twice is once, and the policy stays as it was', () => {
  expect(voluntaryRules(voluntaryRules(rules))).toEqual(voluntaryRules(rules))
  expect(rules[0]?.grant.lateFeeBps).toBe(200)
})
