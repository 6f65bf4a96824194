import type { CounterOffers, Discount, InstallmentBand } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { band, rule } from '../../offers/offers.fixture.ts'
import { checkPolicyCost } from './check-policy-cost.ts'
import { checkPolicySense } from './check-policy-sense.ts'

const off = (principalBps: number, more: Partial<Discount> = {}): Discount => ({ lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps, ...more })
const found = (grant: Parameters<typeof rule>[0]) => checkPolicySense([rule(grant)]).map(({ pointer, rule: id, limit, value }) => [pointer.replace('/rules/0/grant', ''), id, limit, value])

test('a longer term to pay at once comes later and gives less', () => {
  const cash = (days: number, discount: Discount) => found({ cash: { discount: off(4_000), daysToPay: 5, later: [{ discount: off(3_000), daysToPay: 15 }, { discount, daysToPay: days }] } })
  expect(cash(30, off(2_000))).toEqual([])
  expect(cash(15, off(2_000))).toEqual([['/cash/later/1/daysToPay', 'later-deadline-days', 15, 15]])
  expect(cash(30, off(3_000))).toEqual([['/cash/later/1/discount', 'later-deadline-discount', null, null]])
  expect(cash(30, off(2_000, { feesBps: 1 }))).toEqual([['/cash/later/1/discount', 'later-deadline-discount', null, null]])
  expect(cash(30, off(3_000, { lateFineBps: 9_000 }))).toEqual([])
})

test('no discount passes what there is, in whatever deadline or band', () => {
  expect(found({ cash: { discount: off(10_001), daysToPay: 5 } })).toEqual([['/cash/discount/principalBps', 'discount-above-all', 10_000, 10_001], ['/cash/discount', 'forgives-all', null, null]])
  expect(found({ installments: [band(2, 3, { discount: off(0, { feesBps: 20_000 }) })] })).toEqual([['/installments/0/discount/feesBps', 'discount-above-all', 10_000, 20_000]])
  const later = [{ discount: off(10_000), daysToPay: 10 }]
  expect(found({ cash: { discount: off(4_000), daysToPay: 5, later } })).toContainEqual(['/cash/later/0/discount', 'forgives-all', null, null])
})

test('floors stand in their order', () => {
  const floors = (more: Partial<CounterOffers>) => found({ counterOffers: { monthlyDiscountRateBps: 100, leastPresentValueBps: 8_000, mostCount: 12, ...more } })
  expect(floors({})).toEqual([])
  expect(floors({ reviewPresentValueBps: 6_000, secondApprovalBelowBps: 7_000 })).toEqual([])
  expect(floors({ reviewPresentValueBps: 8_001 })).toEqual([['/counterOffers/reviewPresentValueBps', 'review-above-acceptance', 8_000, 8_001]])
  expect(floors({ reviewPresentValueBps: 6_000, secondApprovalBelowBps: 6_000 })).toEqual([['/counterOffers/secondApprovalBelowBps', 'second-approval-never', 6_000, 6_000]])
  expect(floors({ secondApprovalBelowBps: 8_000 })).toEqual([['/counterOffers/secondApprovalBelowBps', 'second-approval-never', 8_000, 8_000]])
})

const none = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
const dear = (more: Partial<InstallmentBand>, when = {}, max = 60) =>
  checkPolicyCost([rule({ installments: [band(2, max, { discount: none, ...more })] }, when)], '2026-11-21').map(({ pointer, code, rule: id, limit, value }) => [pointer, code, id, limit, value])

test('no plan costs more than twice the debt', () => {
  const at = '/rules/0/grant/installments/0/monthlyRateBps'
  expect(dear({ monthlyRateBps: 500 })).toEqual([[at, 'policy_invalid', 'dearer-than-debt', 10_000, 21_697]])
  expect(dear({ monthlyRateBps: 500 }, { products: ['card_revolving'] })).toEqual([[at, 'policy_outside_law', 'card-cap', 10_000, 21_697]])
  expect(dear({ monthlyRateBps: 200 })).toEqual([])
  expect(dear({ monthlyRateBps: 500 }, {}, 24)).toEqual([])
  expect(dear({ monthlyRateBps: 500, amortization: 'sac' })).toEqual([[at, 'policy_invalid', 'dearer-than-debt', 10_000, 15_250]])
  expect(dear({ monthlyRateBps: 0 })).toEqual([])
})

test('a discount on every component makes room for interest', () => {
  expect(dear({ monthlyRateBps: 500, discount: { lateFineBps: 5_000, defaultInterestBps: 5_000, principalBps: 5_000 } })).toEqual([])
  expect(dear({ monthlyRateBps: 500, discount: off(0) })).toHaveLength(1)
})
