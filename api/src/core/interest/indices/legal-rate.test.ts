import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalRate } from './legal-rate.ts'

// Selic of July and August 2024: 23 and 22 days at 1.0003927 (10.40 % a year), eight decimals.
test.each([
  ['August 2024', 907_122n, 300_000n, 605_306n],
  ['September 2024', 867_512n, 190_000n, 676_227n],
  ['prices that fall', 835_000n, -70_000n, 905_634n],
  ['nothing over', 500_000n, 500_000n, 0n],
  ['prices that grow faster', 990_000n, 1_230_000n, 0n],
])('%s', (_name, selic, ipca15, rate) => {
  expect(legalRate(selic, ipca15)).toBe(rate)
})

test('the plain difference is another figure', () => {
  expect(legalRate(907_122n, 300_000n)).not.toBe(907_122n - 300_000n)
})

test('decimal.js comes to the same', () => {
  const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN })
  const factor = (rate: bigint) => new Exact(rate.toString()).div(100_000_000).add(1)
  fc.assert(
    fc.property(fc.bigInt(0n, 3_000_000n), fc.bigInt(-1_000_000n, 3_000_000n), (selic, ipca15) => {
      const exact = factor(selic).div(factor(ipca15)).sub(1).mul(100)
      expect(legalRate(selic, ipca15).toString()).toBe(Decimal.max(0, exact).toDecimalPlaces(6, Decimal.ROUND_HALF_EVEN).mul(1_000_000).toFixed(0))
    }),
  )
})
