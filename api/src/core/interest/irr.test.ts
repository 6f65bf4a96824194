import fc from 'fast-check'
import { irr as oracle, xirr } from 'node-irr'
import { expect, test } from 'vitest'
import { irr } from './irr.ts'

// Microsoft Excel's examples of IRR and RATE.
test.each([
  [[-70_000, 12_000, 15_000, 18_000, 21_000], -0.021244848273],
  [[-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.086630948036],
  [[8_000, ...Array<number>(48).fill(-200)], 0.0077014725],
])('the rate of %j', (flows, rate) => {
  expect(irr(flows)).toBeCloseTo(rate, 10)
})

test.each([[[100, 100]], [[-100, -100]], [[0, 0]], [[]]])('%j has no rate: it never changes sign', (flows) => {
  expect(irr(flows)).toBeNull()
})

// Banco Central's example of CET: R$ 940,00 net, five payments of R$ 205,73.
test('3.08 % a month and 43.93 % a year in the example of Banco Central', () => {
  const monthly = irr([-940, ...Array<number>(5).fill(205.73)]) ?? Number.NaN
  expect(monthly * 100).toBeCloseTo(3.08, 2)
  expect((Math.pow(1 + monthly, 12) - 1) * 100).toBeCloseTo(43.93, 2)
})

test('agrees with node-irr on loans', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(payments, fc.double({ min: 0.2, max: 1.2, noNaN: true }), (paid, share) => {
      const lent = paid.reduce((sum, amount) => sum + amount, 0) * share
      const rate = irr([-lent, ...paid]) ?? Number.NaN
      const left = paid.reduce((sum, amount, i) => sum + amount / (1 + rate) ** (i + 1), -lent)
      expect(Math.abs(left / lent)).toBeLessThan(1e-9)
      expect(rate).toBeCloseTo(oracle([-lent, ...paid]), 5)
    }),
  )
})

test('agrees with node-irr on the highest of its own dated examples', () => {
  const flows = Array.from({ length: 12 }, (_, i) => ({ amount: 40, date: new Date(Date.UTC(2026, i + 1, 10)) }))
  const { rate } = xirr([{ amount: -100, date: new Date(Date.UTC(2026, 0, 10)) }, ...flows])
  expect((1 + rate) ** 365 - 1).toBeCloseTo(53.885164044, 6)
})
