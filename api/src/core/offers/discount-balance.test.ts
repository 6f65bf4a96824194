import { expect, test } from 'vitest'
import { discountBalance, mergeDiscounts, sumDiscounts } from './discount-balance.ts'

const open = { principal: 1_001n, correction: 0n, lateFine: 25n, defaultInterest: 1n }

test('half a cent is forgiven, less than half is not', () => {
  const { financedCents, discounts } = discountBalance(open, { principalBps: 5_000, lateFineBps: 1_000, defaultInterestBps: 4_999 })
  expect(discounts).toEqual([{ component: 'principal', cents: 501n }, { component: 'late_fine', cents: 3n }])
  expect(financedCents).toBe(523n)
})

test('correction is forgiven as the principal is', () => {
  const { financedCents, discounts } = discountBalance({ ...open, correction: 100n }, { principalBps: 4_000, lateFineBps: 0, defaultInterestBps: 0 })
  expect(discounts).toEqual([{ component: 'principal', cents: 400n }, { component: 'correction', cents: 40n }])
  expect(financedCents).toBe(687n)
})

test('all or nothing', () => {
  expect(discountBalance(open, { principalBps: 10_000, lateFineBps: 10_000, defaultInterestBps: 10_000 }).financedCents).toBe(0n)
  expect(discountBalance(open, { principalBps: 0, lateFineBps: 0, defaultInterestBps: 0 })).toEqual({ financedCents: 1_027n, discounts: [] })
})

test('several debts have one line for each component', () => {
  const merged = mergeDiscounts([[{ component: 'principal', cents: 1n }], [{ component: 'late_fine', cents: 2n }, { component: 'principal', cents: 3n }]])
  expect(merged).toEqual([{ component: 'principal', cents: 4n }, { component: 'late_fine', cents: 2n }])
  expect(sumDiscounts(merged)).toBe(6n)
})
