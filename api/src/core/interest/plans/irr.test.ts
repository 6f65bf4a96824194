import fc from 'fast-check'
import { irr as oracle, xirr } from 'node-irr'
import { expect, test } from 'vitest'
import { loanRate } from './irr.ts'

const monthly = (lent: number, amounts: readonly number[]) => loanRate({ lent, amounts, times: amounts.map((_, i) => i + 1) })

// Microsoft Excel's examples of IRR and RATE.
test.each([
  [70_000, [12_000, 15_000, 18_000, 21_000], -0.021244848273],
  [70_000, [12_000, 15_000, 18_000, 21_000, 26_000], 0.086630948036],
  [8_000, Array<number>(48).fill(200), 0.0077014725],
])('%d for %j', (lent, amounts, rate) => {
  expect(monthly(lent, amounts)).toBeCloseTo(rate, 10)
})

test.each([[-100, [100]], [0, [100]], [100, [0, 0]], [100, []]])('%d for %j has no rate: money does not flow both ways', (lent, amounts) => {
  expect(monthly(lent, amounts)).toBeNull()
})

// Banco Central's example of CET: R$ 940,00 net, five payments of R$ 205,73.
test('3.08 % a month and 43.93 % a year in the example of Banco Central', () => {
  const rate = monthly(940, Array<number>(5).fill(205.73)) ?? Number.NaN
  expect(rate * 100).toBeCloseTo(3.08, 2)
  expect((Math.pow(1 + rate, 12) - 1) * 100).toBeCloseTo(43.93, 2)
})

test('agrees with node-irr on loans', () => {
  const payments = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(payments, fc.double({ min: 0.2, max: 1.2, noNaN: true }), (paid, share) => {
      const lent = paid.reduce((sum, amount) => sum + amount, 0) * share
      const rate = monthly(lent, paid) ?? Number.NaN
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

const stress = fc.record({
  lent: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10 ** 12 })),
  payments: fc.array(fc.record({ amount: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10 ** 12 })), days: fc.integer({ min: 1, max: 400 }) }), { minLength: 1, maxLength: 120 }),
})

test('whatever is lent and paid, a cent or ten billion, in a day or a hundred years: the payments are worth the loan', () => {
  fc.assert(
    fc.property(stress, ({ lent, payments }) => {
      let days = 0
      const times = payments.map((payment) => (days += payment.days) / 365)
      const amounts = payments.map(({ amount }) => amount)
      const rate = loanRate({ lent, amounts, times }) ?? Number.NaN
      if (rate < -0.999 || rate === Infinity) return // almost nothing comes back, or it is above 10^308: no double tells such rates apart
      const x = Math.log1p(rate)
      const worth = amounts.reduce((sum, amount, i) => sum + amount * Math.exp(-x * (times[i] ?? 0)), 0)
      expect(worth / lent).toBeCloseTo(1, 6)
    }),
    { numRuns: 2_000 },
  )
})
