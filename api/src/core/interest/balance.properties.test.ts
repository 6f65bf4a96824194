import fc from 'fast-check'
import { OWED_COMPONENTS } from '@repactua/shared/contract/debts.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { latestBalance, type DebtTerms } from './balance.ts'
import { balanceOf, tableOf } from './balance.fixture.ts'

const table = fc.array(fc.bigInt(0n, 2_000_000n), { minLength: 90, maxLength: 90 })
const day = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(from, days))
const contracts = fc.record({
  contractInterest: fc.record({ monthlyBps: fc.integer({ min: 1, max: 1_500 }), from: day('2020-06-01', 570), method: fc.constantFrom('simple' as const, 'compound' as const), afterDue: fc.boolean() }),
  collectionFees: fc.record({ bps: fc.integer({ min: 1, max: 1_000 }), clause: fc.constant('cláusula 8ª'), work: fc.constant('carta') }),
  imputationOrder: fc.shuffledSubarray([...OWED_COMPONENTS], { minLength: OWED_COMPONENTS.length }),
  legalInterestHistory: fc.constantFrom('one_per_cent' as const, 'selic' as const),
}, { requiredKeys: [] })
const plainDebts = fc.record({
  principalCents: fc.bigInt(1n, 10n ** 10n),
  dueOn: day('2022-01-01', 1_500),
  lateFeeBps: fc.integer({ min: 0, max: 200 }),
  defaultInterestMonthlyBps: fc.integer({ min: 0, max: 200 }),
  interestMethod: fc.constantFrom('simple' as const, 'compound' as const, 'legal' as const),
  dayCount: fc.constantFrom('month_30' as const, 'year_360' as const, 'year_365' as const),
  correctionIndex: fc.constantFrom(null, 'igpm' as const),
  payments: fc.array(fc.record({ paidOn: day('2022-01-01', 2_500), cents: fc.bigInt(1n, 10n ** 9n) }), { maxLength: 3 }),
  indices: fc.tuple(table, table).map(([igpm, legal]) => ({ ...tableOf('igpm', '2021-10', igpm), ...tableOf('selic', '2021-10', igpm), ...tableOf('legal_interest', '2021-10', legal) })),
})
const debts = fc.tuple(plainDebts, contracts).map(([debt, contract]): DebtTerms => ({ ...debt, ...contract }))
const asOfs = day('2022-01-01', 2_400)

test('the components sum to the total, which is what is open, and each names its rule and its source', () => {
  fc.assert(
    fc.property(debts, asOfs, (debt, asOf) => {
      const { components, open, totalCents } = balanceOf(debt, asOf)
      expect(components.reduce((sum, { cents }) => sum + cents, 0n)).toBe(totalCents)
      expect(Object.values(open).reduce((sum, cents) => sum + cents, 0n)).toBe(totalCents)
      expect(Object.values(open).every((cents) => cents >= 0n)).toBe(true)
      expect(components.every(({ rule, source }) => rule !== '' && source !== '')).toBe(true)
    }),
  )
})

test('a later day never costs less where nothing is paid and prices do not fall', () => {
  fc.assert(
    fc.property(debts, asOfs, fc.integer({ min: 0, max: 100 }), (debt, asOf, more) => {
      const unpaid = { ...debt, payments: [] }
      expect(balanceOf(unpaid, addDays(asOf, more)).totalCents >= balanceOf(unpaid, asOf).totalCents).toBe(true)
    }),
  )
})

test('without tables there is always a balance up to a day, and a name for what lacks', () => {
  fc.assert(
    fc.property(debts, asOfs, (debt, asOf) => {
      const { balance, missing } = latestBalance({ ...debt, indices: {} }, asOf)
      expect(missing === null ? balance.asOf === asOf : balance.asOf === missing.knownUntil && balance.asOf < asOf).toBe(true)
    }),
  )
})

test('a payment of a cent more never leaves more to pay, in whatever order it is used', () => {
  fc.assert(
    fc.property(plainDebts, contracts, asOfs, (debt, contract, asOf) => {
      const [first, ...others] = debt.payments
      if (!first) return
      const more = { ...debt, ...contract, payments: [{ ...first, cents: first.cents + 1n }, ...others] }
      expect(balanceOf(more, asOf).totalCents <= balanceOf({ ...debt, ...contract }, asOf).totalCents).toBe(true)
    }),
  )
})

test('a projection leaves no month missing, and changes no figure where the tables reach', () => {
  fc.assert(
    fc.property(debts, asOfs, fc.integer({ min: 1, max: 90 }), (debt, asOf, months) => {
      const cut = Object.fromEntries(Object.entries(debt.indices ?? {}).map(([code, whole]) => [code, Object.fromEntries(Object.entries(whole).slice(0, months))]))
      const known = latestBalance({ ...debt, indices: cut }, asOf)
      const { balance, missing } = latestBalance({ ...debt, indices: cut }, asOf, { projectIndices: true })
      expect(missing).toBeNull()
      if (known.missing === null) expect(balance).toEqual(known.balance)
    }),
  )
})

test('sums are exact to ten to the fifteenth cents and beyond', () => {
  const principalCents = 10n ** 15n + 1n
  const debt: DebtTerms = { principalCents, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [{ paidOn: '2026-06-08', cents: 10n ** 15n }], contractInterest: { monthlyBps: 100, from: '2026-02-08' }, collectionFees: { bps: 1_000, clause: 'cláusula 8ª', work: 'carta' } }
  const { open, components } = balanceOf(debt, '2026-06-08')
  // 1 % for 30 days; 2 % and 10 % of what that makes; 1 % for 90 days: 10 + 20.2 + 101 + 30 trillions, then the payment.
  expect(components.map(({ cents }) => cents)).toEqual([principalCents, 10n ** 13n, 20_200_000_000_000n, 30n * 10n ** 12n, 101n * 10n ** 12n, -(10n ** 15n)])
  expect(Object.values(open).reduce((sum, cents) => sum + cents, 0n)).toBe(161_200_000_000_001n)
})
