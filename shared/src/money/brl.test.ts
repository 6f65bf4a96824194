import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_CENTS, assertCents, sumCents } from './cents.ts'
import { formatBps, formatBrl } from './format-brl.ts'
import { parseBrl } from './parse-brl.ts'

test.each([
  [0, 'R$\u00a00,00'],
  [5, 'R$\u00a00,05'],
  [100, 'R$\u00a01,00'],
  [108_323, 'R$\u00a01.083,23'],
  [MAX_CENTS, 'R$\u00a010.000.000.000,00'],
  [-108_323, '-R$\u00a01.083,23'],
])('%d cents print as %s', (cents, text) => {
  expect(formatBrl(cents)).toBe(text)
})

test.each([
  [10n ** 15n, 'R$\u00a010.000.000.000.000,00'],
  [-123_456_789_012_345_678_901n, '-R$\u00a01.234.567.890.123.456.789,01'],
])('%d cents of the core print as %s', (cents, text) => {
  expect(formatBrl(cents)).toBe(text)
})

test.each([[0, '0%'], [5, '0,05%'], [199, '1,99%'], [150, '1,5%'], [4_000, '40%'], [10_000, '100%'], [-150, '-1,5%']])('%d bps print as %s', (bps, text) => {
  expect(formatBps(bps)).toBe(text)
})

test.each([
  ['R$ 1.083,23', 108_323],
  ['R$\u00a01.083,23', 108_323],
  ['r$90', 9_000],
  [' 90 ', 9_000],
  ['90,5', 9_050],
  ['90,05', 9_005],
  ['0,01', 1],
  ['1.000', 100_000],
  ['1000', 100_000],
  ['10.000.000.000,00', MAX_CENTS],
])('%j is %d cents', (text, cents) => {
  expect(parseBrl(text)).toBe(cents)
})

test.each(['', 'R$', 'abc', '-90', '90.5', '90.50', '1.0000', '10.00,00', '90,', ',90', '90,555', '1,2,3', '1 000', '1R$0', '9R0', '$90', 'NaN', '1e5', '10.000.000.000,01', '9'.repeat(40)])('%j is no amount', (text) => {
  expect(parseBrl(text)).toBeNull()
})

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (cents) => {
      expect(parseBrl(formatBrl(cents))).toBe(cents)
    }),
  )
})

test('cents are whole and held exactly', () => {
  expect(sumCents([1, 2, 3])).toBe(6)
  expect(sumCents([])).toBe(0)
  expect(() => assertCents(0.5)).toThrow(RangeError)
  expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  expect(() => formatBrl(10.5)).toThrow(RangeError)
})
