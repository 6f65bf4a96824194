import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpfCheckDigits, cpfDigits, formatCpf, isCpf, maskCpf } from './cpf.ts'

// 12345678909 stands in every example of the Pix API of Banco Central: it is valid.
test.each(['52998224725', '12345678909'])('%s is a CPF', (cpf) => {
  expect(isCpf(cpf)).toBe(true)
})

test.each(['52998224724', '11111111111', '00000000000', '529.982.247-25', '5299822472', '529982247255', '', '5299822472a'])('%j is none', (text) => {
  expect(isCpf(text)).toBe(false)
})

test('the mask comes and goes', () => {
  expect(formatCpf('52998224725')).toBe('529.982.247-25')
  expect(cpfDigits(' 529.982.247-25 ')).toBe('52998224725')
  expect(maskCpf('52998224725')).toBe('•••.982.247-••')
})

const ninesOfDigits = fc.stringMatching(/^\d{9}$/).filter((nine) => !/^(\d)\1+$/.test(nine))

test('check digits make a CPF, and no other last digits do', () => {
  fc.assert(
    fc.property(ninesOfDigits, fc.integer({ min: 0, max: 99 }), (nine, other) => {
      const digits = cpfCheckDigits(nine)
      const wrong = String(other).padStart(2, '0')
      expect(isCpf(nine + digits)).toBe(true)
      expect(isCpf(nine + wrong)).toBe(wrong === digits)
      expect(cpfDigits(formatCpf(nine + digits))).toBe(nine + digits)
    }),
  )
})
