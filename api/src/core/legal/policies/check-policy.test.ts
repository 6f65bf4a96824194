import type { InstallmentBand, PolicyCondition, PolicyGrant, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { checkPolicy } from './check-policy.ts'

const none = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
const band = (min: number, max: number, more: Partial<InstallmentBand> = {}): InstallmentBand => ({ count: { min, max }, discount: none, monthlyRateBps: 0, leastDownPaymentBps: 0, leastInstallmentCents: 5_000, ...more })
const rule = (grant: Partial<PolicyGrant> = {}, when: PolicyCondition = {}): PolicyRule => ({
  name: 'Regra',
  when,
  grant: {
    cash: { discount: none, daysToPay: 5 },
    installments: [band(2, 12)],
    daysToFirstPayment: 30,
    validityDays: 5,
    lateFeeBps: 200,
    defaultInterestMonthlyBps: 100,
    breakRule: { toleranceDays: 10, missedInstallments: 2 },
    ...grant,
  },
})
const found = (rules: PolicyRule[], regime: 'financial' | 'non_financial' = 'financial') =>
  checkPolicy(rules, { regime, on: '2026-11-21' }).map(({ pointer, code, rule: id, limit, value }) => [pointer, code, id, limit, value])

test('a plain policy is in order', () => {
  expect(found([rule()])).toEqual([])
  expect(found([rule()], 'non_financial')).toEqual([])
})

test('late charges above the law', () => {
  expect(found([rule(), rule({ lateFeeBps: 1_000, defaultInterestMonthlyBps: 200 }, { products: ['school'] })])).toContainEqual(['/rules/1/grant/lateFeeBps', 'policy_outside_law', 'late-fine', 200, 1_000])
  expect(found([rule({ defaultInterestMonthlyBps: 136 })], 'non_financial')).toEqual([['/rules/0/grant/defaultInterestMonthlyBps', 'policy_outside_law', 'usury', 135, 136]])
})

test('a plan above the usury limit, for a creditor that is no bank', () => {
  const rules = [rule({ installments: [band(2, 6), band(7, 24, { monthlyRateBps: 136 })] })]
  expect(found(rules, 'non_financial')).toEqual([['/rules/0/grant/installments/1/monthlyRateBps', 'policy_outside_law', 'usury', 135, 136]])
  expect(found(rules, 'financial')).toEqual([])
})

test('an offer that stands for one day', () => {
  expect(found([rule({ validityDays: 1 })])).toEqual([['/rules/0/grant/validityDays', 'policy_outside_law', 'offer-validity', 2, 1]])
})

test('counts and ranges that run backwards', () => {
  expect(found([rule({ installments: [band(12, 2)] })])).toEqual([['/rules/0/grant/installments/0/count', 'policy_invalid', 'count-order', 2, 12]])
  expect(found([rule({}, { overdueDays: { min: 90, max: 30 } })])).toEqual([['/rules/0/when/overdueDays', 'policy_invalid', 'range-order', 30, 90]])
})

test('bands that overlap', () => {
  expect(found([rule({ installments: [band(2, 12), band(12, 24)] })])).toEqual([['/rules/0/grant/installments/1/count', 'policy_invalid', 'bands-overlap', null, null]])
})

test('a grant of nothing, and one that leaves nothing to pay', () => {
  const { cash: _, ...grant } = rule({ installments: [] }).grant
  expect(found([{ ...rule(), grant }])).toEqual([['/rules/0/grant', 'policy_invalid', 'grants-nothing', null, null]])
  const all = { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 10_000 }
  expect(found([rule({ cash: { discount: all, daysToPay: 5 } })])).toEqual([['/rules/0/grant/cash/discount', 'policy_invalid', 'forgives-all', null, null]])
})

test.each<[PolicyCondition, PolicyCondition, boolean]>([
  [{}, { products: ['school'] }, true],
  [{ products: ['school', 'retail'] }, { products: ['school'], overdueDays: { min: 30 } }, true],
  [{ overdueDays: { min: 30 } }, { overdueDays: { min: 60, max: 90 } }, true],
  [{ overdueDays: { min: 30 } }, { overdueDays: { min: 0, max: 90 } }, false],
  [{ products: ['school'] }, {}, false],
  [{ segments: ['a'] }, { segments: ['a', 'b'] }, false],
  [{ balanceCents: { max: 100 } }, { balanceCents: { min: 50 } }, false],
])('after %j the rule %j is unreachable: %s', (first, second, unreachable) => {
  const expected = unreachable ? [['/rules/1', 'policy_invalid', 'unreachable', null, null]] : []
  expect(found([rule({}, first), rule({}, second)])).toEqual(expected)
})

test('messages are in plain Portuguese and name the source of the law', () => {
  const [breach] = checkPolicy([rule({ validityDays: 1 })], { regime: 'financial', on: '2026-11-21' })
  expect(breach).toMatchObject({ source: 'CDC, art. 54-B, III', message: 'A oferta precisa valer por pelo menos 2 dias (CDC, art. 54-B, III).' })
})
