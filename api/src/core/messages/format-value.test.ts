import { expect, test } from 'vitest'
import { cutAtWord, formatValue, type Slot } from './format-value.ts'

const slot = (type: Slot['type'], maxLength = 60): Slot => ({ name: 'x', type, maxLength })

test('each type has its words', () => {
  expect(formatValue(slot('day'), '2026-12-01', 'pt-BR')).toBe('1º de dezembro')
  expect(formatValue(slot('day'), '2026-12-01', 'en')).toBe('1 December')
  expect(formatValue(slot('cents'), 123456, 'pt-BR')).toBe('R$\u00a01.234,56')
  expect(formatValue(slot('count'), 3, 'pt-BR')).toBe('3')
  expect(formatValue(slot('text'), ' Ana\n\u202eMaria ', 'pt-BR')).toBe('Ana Maria')
  expect(formatValue(slot('lines', 100), '1. Ver\r\n\n\n\n2.\t Pagar\n', 'pt-BR')).toBe('1. Ver\n\n2. Pagar')
})

test.each([
  ['day', '10/12/2026'], ['day', 5], ['day', '2026-02-31'], ['count', 'três'], ['count', 1.5], ['cents', '10,00'], ['text', 4],
  ['url', 'javascript:alert(1)'], ['url', 'https://a.test/"onclick'], ['text', undefined],
] as const)('as a %s, %s is a fault', (type, value) => expect(() => formatValue(slot(type), value, 'pt-BR')).toThrow('{{x}}'))

test('a long text ends with a whole word, where one ends late enough', () => {
  expect(cutAtWord('Lojas Aurora do Brasil', 14)).toBe('Lojas Aurora')
  expect(cutAtWord('Lojas Aurora', 12)).toBe('Lojas Aurora')
  expect(cutAtWord('Maximiliano', 5)).toBe('Maxim')
  expect(cutAtWord('ab 🙂🙂', 4)).toBe('ab')
})
