import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { priceInstallment } from './price.ts'

const Exact = Decimal.clone({ precision: 80 })

test.each([
  [100_000n, 100, 12, 8_885n], // 88.8487886783
  [1_000_000n, 135, 1, 1_013_500n],
  [108_323n, 199, 24, 5_721n],
  [0n, 100, 12, 0n],
])('%s cents at %d bps over %d months is %s', (principal, rate, count, amount) => {
  expect(priceInstallment(principal, rate, count)).toBe(amount)
})

test('needs a rate and a count', () => {
  expect(() => priceInstallment(100n, 0, 12)).toThrow('invariant')
  expect(() => priceInstallment(100n, 100, 0)).toThrow('invariant')
})

test('agrees with decimal.js to the cent', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 120 }), (principal, bps, count) => {
      const rate = new Exact(bps).div(10_000)
      const growth = rate.add(1).pow(count)
      const exact = new Exact(principal.toString()).mul(rate).mul(growth).div(growth.sub(1))
      expect(priceInstallment(principal, bps, count)).toBe(BigInt(exact.toFixed(0, Decimal.ROUND_HALF_UP)))
    }),
  )
})
