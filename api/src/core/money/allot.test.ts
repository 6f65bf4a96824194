import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allot, splitEqually } from './allot.ts'

test.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [5n, [3n, 7n], [2n, 3n]],
  [10n, [1n, 2n, 3n], [2n, 3n, 5n]],
  [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
  [7n, [0n, 1n], [0n, 7n]],
  [0n, [1n, 1n], [0n, 0n]],
])('allot %s by %s gives %s', (total, weights, shares) => {
  expect(allot(total, weights)).toEqual(shares)
})

test('shares sum to the whole and lie within one cent of their exact value', () => {
  const weights = fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 30 }).filter((list) => list.some((weight) => weight > 0n))
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), weights, (total, list) => {
      const whole = list.reduce((sum, weight) => sum + weight, 0n)
      const shares = allot(total, list)
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total)
      shares.forEach((share, i) => {
        const floor = (total * (list[i] ?? 0n)) / whole
        expect(share === floor || share === floor + 1n).toBe(true)
      })
    }),
  )
})

test('there is nothing to share by without a weight', () => {
  expect(() => allot(1n, [])).toThrow('invariant')
  expect(() => allot(1n, [0n, 0n])).toThrow('invariant')
  expect(() => allot(1n, [-1n, 2n])).toThrow('invariant')
})

test('equal parts give the odd cents to the first ones', () => {
  expect(splitEqually(100n, 3)).toEqual([34n, 33n, 33n])
  expect(splitEqually(101n, 3)).toEqual([34n, 34n, 33n])
  expect(splitEqually(2n, 3)).toEqual([1n, 1n, 0n])
  expect(() => splitEqually(100n, 0)).toThrow('invariant')
})

test('equal parts are what allotting by equal weights gives', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 1, max: 120 }), (total, parts) => {
      expect(splitEqually(total, parts)).toEqual(allot(total, Array<bigint>(parts).fill(1n)))
    }),
  )
})
