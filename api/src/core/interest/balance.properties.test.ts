import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { latestBalance } from './balance.ts'
import { balanceOf, tableOf } from './balance.fixture.ts'

const table = fc.array(fc.bigInt(0n, 2_000_000n), { minLength: 90, maxLength: 90 })
const day = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(from, days))
const debts = fc.record({
  principalCents: fc.bigInt(1n, 10n ** 10n),
  dueOn: day('2022-01-01', 1_500),
  lateFeeBps: fc.integer({ min: 0, max: 200 }),
  defaultInterestMonthlyBps: fc.integer({ min: 0, max: 200 }),
  interestMethod: fc.constantFrom('simple' as const, 'compound' as const, 'legal' as const),
  dayCount: fc.constantFrom('month_30' as const, 'year_360' as const, 'year_365' as const),
  correctionIndex: fc.constantFrom(null, 'igpm' as const),
  payments: fc.array(fc.record({ paidOn: day('2022-01-01', 2_500), cents: fc.bigInt(1n, 10n ** 9n) }), { maxLength: 3 }),
  indices: fc.tuple(table, table).map(([igpm, legal]) => ({ ...tableOf('igpm', '2021-10', igpm), ...tableOf('legal_interest', '2021-10', legal) })),
})
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
