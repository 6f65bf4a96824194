import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsNumber } from './cents-number.ts'

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

test('every cent up to nine quadrillion arrives, and not one above does', () => {
  fc.assert(fc.property(fc.bigInt(-MOST, MOST), (cents) => BigInt(centsNumber(cents)) === cents))
  fc.assert(fc.property(fc.bigInt(MOST + 1n, 10n ** 30n), (cents) => void expect(() => centsNumber(cents)).toThrow(RangeError)))
})
