import { expect, test } from 'vitest'
import { pickHighlights } from './pick-highlights.ts'

const sheet = (count: number, fits: (n: number) => boolean | null = () => null) => [
  { id: 'cash', kind: 'cash' as const, fitsBudget: fits(1) },
  ...Array.from({ length: count }, (_, i) => ({ id: `installments-${i + 2}`, kind: 'installments' as const, fitsBudget: fits(i + 2) })),
]
const ids = (options: { id: string }[]) => options.map((option) => option.id)

test('a few options are all shown', () => {
  expect(pickHighlights(sheet(4), undefined)).toHaveLength(5)
})

test('many are shown as cash, the shortest, the middle and the longest', () => {
  expect(ids(pickHighlights(sheet(11), undefined))).toEqual(['cash', 'installments-2', 'installments-7', 'installments-12'])
})

test('the chosen one stays in sight, in its place', () => {
  expect(ids(pickHighlights(sheet(11), 'installments-5'))).toEqual(['cash', 'installments-2', 'installments-5', 'installments-7', 'installments-12'])
})

test('with a budget, cash and a spread of those that fit', () => {
  expect(ids(pickHighlights(sheet(11, (n) => n >= 6), undefined))).toEqual(['cash', 'installments-6', 'installments-9', 'installments-12'])
})

test.each([[12, ['cash', 'installments-12']], [11, ['cash', 'installments-11', 'installments-12']]])('from %i on fits: each once', (from, shown) => {
  expect(ids(pickHighlights(sheet(11, (n) => n >= from), undefined))).toEqual(shown)
})

test('a sheet without cash shows its spread', () => {
  expect(ids(pickHighlights(sheet(11).slice(1), undefined))).toEqual(['installments-2', 'installments-7', 'installments-12'])
})

test('where none fits, the spread stays', () => {
  expect(pickHighlights(sheet(11, () => false), undefined)).toHaveLength(4)
})
