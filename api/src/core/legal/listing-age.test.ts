import { expect, test } from 'vitest'
import { lastListingDay } from './listing-age.ts'
import { prescribesOn } from './prescription.ts'

test.each([
  ['five years', '2022-03-10', prescribesOn('retail', '2022-03-10').on, '2027-03-10'],
  ['a term of three years ends first', '2022-03-10', prescribesOn('rent', '2022-03-10').on, '2025-03-10'],
  ['a term of ten years makes it no longer', '2022-03-10', prescribesOn('other', '2022-03-10').on, '2027-03-10'],
  ['nor does an interruption', '2022-03-10', prescribesOn('retail', '2022-03-10', { on: '2025-06-01', by: 'protest' }).on, '2027-03-10'],
])('%s', (_name, dueOn, prescribes, last) => {
  expect(lastListingDay({ dueOn, prescribesOn: prescribes })).toBe(last)
})
