import { expect, test } from 'vitest'
import { checkOrder, compareMonths, holesIn, readMonth } from './indices.rules.ts'

const read = (code: 'ipca' | 'legal_interest' | 'selic_factor', month: string, percent: string) => {
  const rate = readMonth(code, { month, percent, pointer: '/percent' }, '2026-11-21')
  return rate.ok ? rate.value : rate.error.code
}

test('a rate is read to the millionth; the month may be this one and none to come', () => {
  expect(read('ipca', '1994-06', '47.43')).toBe(47_430_000n)
  expect(read('ipca', '2026-11', '-0.1')).toBe(-100_000n)
  expect(read('ipca', '2026-12', '0.1')).toBe('date_in_future')
  expect(read('ipca', '2026-11', '0.1234567')).toBe('wrong_format')
})

test('legal interest begins with its law and is never below zero', () => {
  expect(read('legal_interest', '2024-08', '0.605306')).toBe(605_306n)
  expect(read('legal_interest', '2024-07', '0.5')).toBe('too_early')
  expect(read('legal_interest', '2024-09', '-0.1')).toBe('too_small')
})

test('a factor of Selic has eight decimals, is never below one, and its month is over', () => {
  expect(read('selic_factor', '2024-07', '1.00907122')).toBe(907_122n)
  expect(read('selic_factor', '2024-07', '1.009')).toBe(900_000n)
  expect(read('selic_factor', '2024-07', '0.907122')).toBe('wrong_format')
  expect(read('selic_factor', '2024-07', '1.009071221')).toBe('wrong_format')
  expect(read('selic_factor', '2026-11', '1.009')).toBe('date_in_future')
})

test('a month that stands in a file twice or out of order is named with its line', () => {
  const months = ['2026-01', '2026-03', '2026-02', '2026-03'].map((month, i) => ({ month, percent: '0.1', pointer: `/${i + 1}` }))
  expect(checkOrder(months).map(({ pointer, code }) => [pointer, code])).toEqual([['/3', 'out_of_order'], ['/4', 'repeated']])
  expect(checkOrder(months.slice(0, 2))).toEqual([])
})

test('only what differs is written, and it says what stood there before', () => {
  const known = [{ code: 'ipca' as const, month: '2026-01', rate: 1n, derived: false, updatedAt: new Date(0) }, { code: 'ipca' as const, month: '2026-02', rate: 2n, derived: false, updatedAt: new Date(0) }]
  expect(compareMonths(known, new Map([['2026-01', 1n], ['2026-02', 3n], ['2025-12', 4n]]))).toEqual({
    created: 1,
    changed: [
      { month: '2026-02', rate: 3n, data: { month: '2026-02', percent: '0.000003', before: '0.000002' } },
      { month: '2025-12', rate: 4n, data: { month: '2025-12', percent: '0.000004' } },
    ],
  })
})

test('holes between the first and the last month are named', () => {
  expect(holesIn([])).toEqual([])
  expect(holesIn(['2025-11', '2026-02'])).toEqual(['2025-12', '2026-01'])
})
