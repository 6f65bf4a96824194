import { PRODUCTS } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { isBarred, prescribesOn } from './prescription.ts'

test.each(PRODUCTS)('%s has a term and a rule', (product) => {
  const years = product === 'other' ? 10 : 5
  expect(prescribesOn(product, '2016-11-21')).toMatchObject({ on: `${2016 + years}-11-21`, rule: expect.stringMatching(/^prescription-/) })
})

test('a term that began on 29 February ends on 1 March', () => {
  expect(prescribesOn('school', '2024-02-29').on).toBe('2029-03-01')
})

test('a debt is barred from the day after its term', () => {
  expect(isBarred('retail', '2021-11-20', '2026-11-20')).toBe(false)
  expect(isBarred('retail', '2021-11-20', '2026-11-21')).toBe(true)
  expect(isBarred('other', '2021-11-20', '2026-11-21')).toBe(false)
})
