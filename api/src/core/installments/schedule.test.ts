import fc from 'fast-check'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { priceInstallment } from '../interest/price.ts'
import { planInstallments } from './schedule.ts'

const dueDates = Array.from({ length: 120 }, (_, i) => addMonths('2026-12-10', i))
const amounts = (financedCents: bigint, count: number, monthlyRateBps: number, downPaymentCents = 0n) =>
  planInstallments({ financedCents, count, monthlyRateBps, downPaymentCents, dueDates }).map(({ amountCents }) => amountCents)

test('without a rate the parts are equal and the first take the odd cents', () => {
  expect(amounts(100_001n, 3, 0)).toEqual([33_334n, 33_334n, 33_333n])
})

test('with a rate every installment is that of the Price table', () => {
  expect(amounts(100_000n, 12, 100)).toEqual(Array<bigint>(12).fill(8_885n))
})

test('a down payment is number 1 and is counted', () => {
  expect(amounts(100_000n, 3, 0, 20_000n)).toEqual([20_000n, 40_000n, 40_000n])
  const price = priceInstallment(80_000n, 150, 4)
  expect(amounts(100_000n, 5, 150, 20_000n)).toEqual([20_000n, price, price, price, price])
})

test('numbers and dates run in order', () => {
  const plan = planInstallments({ financedCents: 300n, count: 3, monthlyRateBps: 0, downPaymentCents: 0n, dueDates })
  expect(plan.map(({ number, dueOn }) => [number, dueOn])).toEqual([[1, '2026-12-10'], [2, '2027-01-10'], [3, '2027-02-10']])
})

test('a few cents at a rate repay what was financed, never less', () => {
  expect(amounts(100n, 3, 1)).toEqual([34n, 33n, 33n])
})

test('a plan needs its dates, and something left after the down payment', () => {
  expect(() => planInstallments({ financedCents: 300n, count: 3, monthlyRateBps: 0, downPaymentCents: 0n, dueDates: ['2026-12-10'] })).toThrow('invariant')
  expect(() => amounts(300n, 3, 0, 300n)).toThrow('invariant')
  expect(() => amounts(300n, 1, 0, 100n)).toThrow('invariant')
})

const plans = fc.record({
  cents: fc.bigInt(200n, 10n ** 15n),
  count: fc.integer({ min: 2, max: 120 }),
  rate: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_000 })),
  downBps: fc.bigInt(0n, 9_000n),
})

test('without a rate the parts sum to the whole; with one they repay it at that rate, up to half a cent an installment', () => {
  fc.assert(
    fc.property(plans, ({ cents, count, rate, downBps }) => {
      const down = (cents * downBps) / 10_000n
      const parts = amounts(cents, count, rate, down)
      const total = parts.reduce((sum, part) => sum + part, 0n)
      expect(parts).toHaveLength(count)
      expect(rate === 0 ? total === cents : total >= cents).toBe(true)
      if (rate > 0) expect(isWorthAtMost(parts.slice(down > 0n ? 1 : 0), rate, cents - down)).toBe(true)
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
