import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsOf, pixAmount, pixPercent } from './money.ts'

test('money has ten digits at most, a point and two digits', () => {
  fc.assert(fc.property(fc.bigInt(0n, 999_999_999_999n), (cents) => {
    expect(pixAmount(cents)).toMatch(/^\d{1,10}\.\d{2}$/)
    expect(centsOf(pixAmount(cents))).toBe(cents)
  }))
  expect([pixAmount(0n), pixAmount(5n), pixAmount(12_345n), pixPercent(200), pixPercent(33)]).toEqual(['0.00', '0.05', '123.45', '2.00', '0.33'])
})
