import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amortize } from './amortize.ts'
import { sumInstallments } from './schedule.ts'

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)

test('SAC: level principal, interest on what is open', () => {
  expect(amortize(100_000n, 4, { monthlyRateBps: 100, amortization: 'sac' })).toEqual([26_000n, 25_750n, 25_500n, 25_250n])
  expect(amortize(100_001n, 3, { monthlyRateBps: 100, amortization: 'sac' })).toEqual([34_334n, 34_001n, 33_666n])
})

test('simple interest: level parts, each one’s interest as simple as the debt’s', () => {
  expect(amortize(100_000n, 12, { monthlyRateBps: 100, amortization: 'simple' })).toEqual(Array<bigint>(12).fill(8_847n))
  expect(amortize(100n, 3, { monthlyRateBps: 1, amortization: 'simple' })).toEqual([34n, 33n, 33n])
})

test('without a rate the word changes nothing', () => {
  for (const amortization of ['price', 'sac', 'simple'] as const) {
    expect(amortize(100_001n, 3, { monthlyRateBps: 0, amortization })).toEqual([33_334n, 33_334n, 33_333n])
  }
})

const plans = fc.record({ cents: fc.bigInt(1n, 10n ** 15n), count: fc.integer({ min: 1, max: 120 }), rate: fc.integer({ min: 1, max: 2_000 }) })

test('SAC repays the sum and exactly its interest, and never rises', () => {
  fc.assert(
    fc.property(plans, ({ cents, count, rate }) => {
      const parts = amortize(cents, count, { monthlyRateBps: rate, amortization: 'sac' })
      expect(parts.every((part, i) => i === 0 || part <= (parts[i - 1] ?? 0n))).toBe(true)
      let open = cents
      for (const part of parts) open -= part - (2n * open * BigInt(rate) + 10_000n) / 20_000n
      expect(open).toBe(0n)
    }),
  )
})

test('at simple interest the installments grow to what the sum grows to, but for half a cent each', () => {
  fc.assert(
    fc.property(plans, ({ cents, count, rate }) => {
      const parts = amortize(cents, count, { monthlyRateBps: rate, amortization: 'simple' })
      const grown = parts.reduce((total, part, i) => total + part * (10_000n + BigInt(rate * (count - 1 - i))), 0n)
      const owed = cents * (10_000n + BigInt(rate * count))
      const halfCents = parts.reduce((total, _, i) => total + (10_000n + BigInt(rate * (count - 1 - i))), 0n)
      expect(sum(parts) >= cents).toBe(true)
      expect(2n * (grown - owed) <= halfCents && (sum(parts) === cents || 2n * (owed - grown) <= halfCents)).toBe(true)
    }),
  )
})

test('SAC costs least, and simple interest no more than Price, but for the rounding', () => {
  fc.assert(
    fc.property(plans, ({ cents, count, rate }) => {
      const [price, sac, simple] = (['price', 'sac', 'simple'] as const).map((amortization) => sum(amortize(cents, count, { monthlyRateBps: rate, amortization })))
      const rounding = BigInt(count)
      expect((sac ?? 0n) <= (price ?? 0n) + rounding && (simple ?? 0n) <= (price ?? 0n) + rounding).toBe(true)
    }),
  )
})

test('no way of repaying has rising installments, and their sum is what adding them one by one gives', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom('price' as const, 'sac' as const, 'simple' as const), fc.boolean(), ({ cents, count, rate }, amortization, isFree) => {
      const parts = amortize(cents, count, { monthlyRateBps: isFree ? 0 : rate, amortization })
      expect(parts.every((part, i) => i === 0 || part <= (parts[i - 1] ?? 0n))).toBe(true)
      expect(sumInstallments(parts)).toBe(sum(parts))
    }),
  )
})
