import fc from 'fast-check'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { dateInstallments, installmentAmounts } from './schedule.ts'

const dueDates = Array.from({ length: 120 }, (_, i) => addMonths('2026-12-10', i))

test('without a rate the parts are equal and the first take the odd cents', () => {
  expect(installmentAmounts(100_001n, 3, 0)).toEqual([33_334n, 33_334n, 33_333n])
})

test('with a rate every installment is that of the Price table', () => {
  expect(installmentAmounts(100_000n, 12, 100)).toEqual(Array<bigint>(12).fill(8_885n))
})

test('numbers and dates run in order', () => {
  const plan = dateInstallments([100n, 100n, 100n], dueDates)
  expect(plan.map(({ number, dueOn }) => [number, dueOn])).toEqual([[1, '2026-12-10'], [2, '2027-01-10'], [3, '2027-02-10']])
})

test('a few cents at a rate repay what was financed, never less', () => {
  expect(installmentAmounts(100n, 3, 1)).toEqual([34n, 33n, 33n])
})

test('each installment has its date', () => {
  expect(() => dateInstallments([100n, 100n], ['2026-12-10'])).toThrow('invariant')
})

const plans = fc.record({
  cents: fc.bigInt(200n, 10n ** 15n),
  count: fc.integer({ min: 2, max: 120 }),
  rate: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_000 })),
})

test('without a rate the parts sum to the whole; with one they repay it at that rate, up to half a cent an installment', () => {
  fc.assert(
    fc.property(plans, ({ cents, count, rate }) => {
      const parts = installmentAmounts(cents, count, rate)
      const total = parts.reduce((sum, part) => sum + part, 0n)
      expect(parts).toHaveLength(count)
      expect(rate === 0 ? total === cents : total >= cents).toBe(true)
      if (rate > 0) expect(isWorthAtMost(parts, rate, cents)).toBe(true)
    }),
  )
})

// Exact: present value <= rest + n/2 cents, both sides times 2·(1+r)ⁿ and 10000ⁿ.
function isWorthAtMost(parts: readonly bigint[], rate: number, rest: bigint): boolean {
  const growth = 10_000n + BigInt(rate)
  const count = parts.length
  const worth = parts.reduce((sum, part, i) => sum + part * growth ** BigInt(count - i - 1) * 10_000n ** BigInt(i + 1), 0n)
  return 2n * worth <= (2n * rest + BigInt(count)) * growth ** BigInt(count)
}
