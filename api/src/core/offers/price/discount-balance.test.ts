import { expect, test } from 'vitest'
import { ZERO } from '../../interest/ledger.ts'
import { discountBalance, mergeDiscounts, sumDiscounts } from './discount-balance.ts'

const open = { ...ZERO, principal: 1_001n, lateFine: 25n, defaultInterest: 1n }

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

test('the interest of the contract and collection fees stand unless a discount names them', () => {
  const more = { ...ZERO, contractInterest: 1_000n, collectionFees: 100n }
  const none = { principalBps: 0, lateFineBps: 0, defaultInterestBps: 0 }
  expect(discountBalance(more, none)).toEqual({ financedCents: 1_100n, discounts: [] })
  expect(discountBalance(more, { ...none, contractInterestBps: 2_500, feesBps: 10_000 })).toEqual({
    financedCents: 750n,
    discounts: [{ component: 'contract_interest', cents: 250n }, { component: 'collection_fees', cents: 100n }],
  })
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
