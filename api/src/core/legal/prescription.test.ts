import { PRODUCTS } from '@repactua/shared/contract/debts.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { isBarred, prescribesOn } from './prescription.ts'

const YEARS: Record<string, number> = { other: 10, rent: 3, lodging: 1 }

test.each(PRODUCTS)('%s has a term and a rule', (product) => {
  const years = YEARS[product] ?? 5
  expect(prescribesOn(product, '2016-11-21')).toMatchObject({
    on: `${2016 + years}-11-21`, rule: expect.stringMatching(/^prescription-/), source: expect.stringContaining('Código Civil'),
  })
})

test('a cheque and a note end with the monitory action', () => {
  expect(prescribesOn('cheque', '2024-01-10')).toMatchObject({ on: '2029-01-10', source: expect.stringContaining('Súmula 503') })
  expect(prescribesOn('promissory_note', '2024-01-10')).toMatchObject({ on: '2029-01-10', source: expect.stringContaining('Súmula 504') })
})

test('a term that began on 29 February ends on 1 March', () => {
  expect(prescribesOn('school', '2024-02-29').on).toBe('2029-03-01')
})

test('an interruption has the whole term begin again on its day', () => {
  expect(prescribesOn('retail', '2021-03-10', { on: '2024-05-02', by: 'protest' }).on).toBe('2029-05-02')
})

test('a debt is barred from the day after its term', () => {
  expect(isBarred('2026-11-21', '2026-11-21')).toBe(false)
  expect(isBarred('2026-11-21', '2026-11-22')).toBe(true)
})

test('a later interruption never ends the term earlier', () => {
  const days = fc.integer({ min: 0, max: 365 * 12 })
  fc.assert(fc.property(fc.constantFrom(...PRODUCTS), days, days, (product, a, b) => {
    const [first, second] = [Math.min(a, b), Math.max(a, b)].map((n) => prescribesOn(product, '2015-01-01', { on: addDays('2015-01-01', n), by: 'recognition' }).on)
    expect(first! <= second!).toBe(true)
  }))
})
