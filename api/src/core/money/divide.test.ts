import fc from 'fast-check'
import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { divideHalfEven, divideHalfUp, divideUp } from './divide.ts'

test.each([
  [5n, 2n, 3n, 2n],
  [7n, 2n, 4n, 4n],
  [-5n, 2n, -3n, -2n],
  [-7n, 2n, -4n, -4n],
  [4n, 3n, 1n, 1n],
  [-4n, 3n, -1n, -1n],
  [0n, 7n, 0n, 0n],
])('%d / %d is %d half up and %d half even', (n, d, halfUp, halfEven) => {
  expect(divideHalfUp(n, d)).toBe(halfUp)
  expect(divideHalfEven(n, d)).toBe(halfEven)
})

test('divideUp gives the smallest whole that is no less', () => {
  expect([divideUp(0n, 5n), divideUp(1n, 5n), divideUp(5n, 5n), divideUp(6n, 5n)]).toEqual([0n, 1n, 1n, 2n])
})

test('rounding agrees with decimal.js', () => {
  const Exact = Decimal.clone({ precision: 60 })
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
      const quotient = new Exact(n.toString()).div(d.toString())
      expect(divideHalfUp(n, d)).toBe(BigInt(quotient.toFixed(0, Decimal.ROUND_HALF_UP)))
      expect(divideHalfEven(n, d)).toBe(BigInt(quotient.toFixed(0, Decimal.ROUND_HALF_EVEN)))
    }),
  )
})
