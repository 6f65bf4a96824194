import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPercent, parsePercent, showPercent } from './percent.ts'

test('six decimals are kept, and shown with a comma', () => {
  expect(parsePercent('0.605306')).toBe(605_306n)
  expect(parsePercent('-0.11')).toBe(-110_000n)
  expect(formatPercent(-110_000n)).toBe('-0.110000')
  expect(showPercent(241_920n)).toBe('0,241920%')
})

test.each(['', '1,5', '0.1234567', '100', '1e3', '.5', '5.', '+1', ' 1', 'NaN'])('%j is no percentage', (text) => {
  expect(parsePercent(text)).toBeNull()
})

test('writing and reading are each other\'s opposite', () => {
  fc.assert(
    fc.property(fc.bigInt(-99_999_999n, 99_999_999n), (rate) => {
      expect(parsePercent(formatPercent(rate))).toBe(rate)
    }),
  )
})
