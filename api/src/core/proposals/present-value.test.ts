import { expect, test } from 'vitest'
import { inBps, inCents, presentValue, reaches } from './present-value.ts'

const today = '2026-11-21'
const on = (dueOn: string, amountCents: bigint) => ({ dueOn, amountCents })

test('a payment today is worth itself; without a rate every one is', () => {
  expect(presentValue([on(today, 100n)], { today, monthlyRateBps: 100 })).toEqual({ numerator: 100n * 300_000n, denominator: 300_000n })
  expect(inCents(presentValue([on('2026-12-21', 7n), on('2030-01-01', 5n)], { today, monthlyRateBps: 0 }))).toBe(12n)
})

test('thirty days divide by one month, and the days beyond by their share of one', () => {
  expect(presentValue([on('2026-12-21', 10_100n)], { today, monthlyRateBps: 100 })).toEqual({ numerator: 10_100n * 10_000n ** 2n * 30n, denominator: 10_100n * 300_000n })
  expect(inCents(presentValue([on('2026-12-21', 10_100n)], { today, monthlyRateBps: 100 }))).toBe(10_000n)
  expect(inCents(presentValue([on('2027-01-05', 10_150n)], { today, monthlyRateBps: 100 }))).toBe(9_999n)
})

test('agrees with doubles over ten years of payments on uneven days', () => {
  const flows = Array.from({ length: 120 }, (_, i) => on(`20${27 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i * 7) % 28 + 1).padStart(2, '0')}`, 12_345n))
  const days = (date: string) => (Date.parse(date) - Date.parse(today)) / 86_400_000
  const doubles = flows.reduce((sum, { dueOn }) => sum + 12_345 / (1.015 ** Math.floor(days(dueOn) / 30) * (1 + (0.015 * (days(dueOn) % 30)) / 30)), 0)
  expect(Number(inCents(presentValue(flows, { today, monthlyRateBps: 150 })))).toBe(Math.floor(doubles))
})

test('a share is reached exactly or not at all', () => {
  const value = presentValue([on('2026-12-21', 10_100n)], { today, monthlyRateBps: 100 })
  expect(reaches(value, 5_000, 20_000n)).toBe(true)
  expect(reaches(value, 5_000, 20_001n)).toBe(false)
  expect(inBps(value, 20_001n)).toBe(4_999)
})
