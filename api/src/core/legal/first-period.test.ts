import fc from 'fast-check'
import { amortize } from '../installments/amortize.ts'
import { expect, test } from 'vitest'
import { staysWithin } from './first-period.ts'

const plan = (monthlyRateBps: number, count: number, firstDays: number) =>
  ({ restCents: 1_000_000n, amounts: amortize(1_000_000n, count, { monthlyRateBps, amortization: 'price' }), firstDays })

test('a first month of three days lifts a plan of two payments far above its rate', () => {
  expect(staysWithin(plan(135, 2, 3), 135)).toBe(false)
  expect(staysWithin(plan(135, 2, 3), 348)).toBe(true)
  expect(staysWithin(plan(135, 2, 3), 325)).toBe(false)
})

test('a whole first month, or more, leaves the rate as it is', () => {
  expect(staysWithin(plan(135, 12, 30), 135)).toBe(true)
  expect(staysWithin(plan(135, 12, 29), 135)).toBe(false)
  expect(staysWithin(plan(100, 12, 19), 135)).toBe(true)
})

test('a plan that is within a rate is within every higher one, and stays so where its first month is longer', () => {
  const cases = fc.record({ rate: fc.integer({ min: 1, max: 300 }), count: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 1, max: 29 }), most: fc.integer({ min: 1, max: 600 }) })
  fc.assert(fc.property(cases, ({ rate, count, days, most }) => {
    if (!staysWithin(plan(rate, count, days), most)) return
    expect(staysWithin(plan(rate, count, days), most + 1)).toBe(true)
    expect(staysWithin(plan(rate, count, days + 1), most)).toBe(true)
  }))
})
