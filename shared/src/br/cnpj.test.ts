import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cnpjCharacters, cnpjCheckDigits, formatCnpj, isCnpj } from './cnpj.ts'

// The first is the example of Receita Federal's manual of the alphanumeric CNPJ; the others follow its rule.
test.each(['12ABC34501DE35', '11222333000181', '12ABC345000188', 'ZZZZZZZZZZZZ62'])('%s is a CNPJ', (cnpj) => {
  expect(isCnpj(cnpj)).toBe(true)
})

test.each(['12ABC34501DE36', '12ABC34501DEA5', '00000000000000', '12abc34501de35', '12.ABC.345/01DE-35', '1122233300018', ''])('%j is none', (text) => {
  expect(isCnpj(text)).toBe(false)
})

test('what a person types becomes capitals without a mask', () => {
  expect(cnpjCharacters('12.abc.345/01de-35')).toBe('12ABC34501DE35')
  expect(formatCnpj('12ABC34501DE35')).toBe('12.ABC.345/01DE-35')
})

test('check digits make a CNPJ, and no other last digits do', () => {
  const twelves = fc.stringMatching(/^[A-Z0-9]{12}$/).filter((twelve) => !/^0+$/.test(twelve))
  fc.assert(
    fc.property(twelves, fc.integer({ min: 0, max: 99 }), (twelve, other) => {
      const digits = cnpjCheckDigits(twelve)
      const wrong = String(other).padStart(2, '0')
      expect(isCnpj(twelve + digits)).toBe(true)
      expect(isCnpj(twelve + wrong)).toBe(wrong === digits)
      expect(cnpjCharacters(formatCnpj(twelve + digits))).toBe(twelve + digits)
    }),
  )
})
