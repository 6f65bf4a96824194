import { expect, test } from 'vitest'
import { counted, formatCet, formatCountdown, formatInstant, formatInstantDay, formatWholePercent } from './printed-figures.ts'

test('an instant is a day in São Paulo, not in UTC', () => {
  expect(formatInstantDay('2026-11-22T02:30:00.000Z')).toBe('21 de novembro de 2026')
  expect(formatInstantDay('2026-12-01T15:00:00.000Z')).toBe('1º de dezembro de 2026')
})

test('an instant with its hour', () => {
  expect(formatInstant('2026-11-21T13:05:00.000Z')).toBe('21 de novembro de 2026, às 10:05')
})

test('CET, countdown and counts', () => {
  expect(formatCet('0.00')).toBe('0,00% ao ano')
  expect(formatCet('1026.68')).toBe('1026,68% ao ano')
  expect(formatCountdown(125)).toBe('2:05')
  expect(counted(1, 'dívida', 'dívidas')).toBe('1 dívida')
  expect(counted(0, 'dívida', 'dívidas')).toBe('0 dívidas')
})

test.each([[4836, '48%'], [4899, '48%'], [4000, '40%'], [99, '0%']])('%i basis points in a headline are %s', (bps, printed) => {
  expect(formatWholePercent(bps)).toBe(printed)
})
