import { INTERRUPTION_CAUSES } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { INTERRUPTION_SOURCES, interruptionFault, recognise } from './interruption.ts'

const sofa = { product: 'retail', dueOn: '2021-11-21' } as const
const TODAY = '2026-11-21'

test.each([
  ['on the due date', '2021-11-21', null],
  ['on the last day of the term, which is today', TODAY, null],
  ['the day before the debt was due', '2021-11-20', 'before_due'],
  ['tomorrow', '2026-11-22', 'in_future'],
] as const)('an act %s', (_name, on, fault) => {
  expect(interruptionFault(sofa, { on, by: 'judicial_order' }, TODAY)).toBe(fault)
})

test('what comes after the term does not interrupt it: that would be a revival', () => {
  expect(interruptionFault(sofa, { on: '2026-11-22', by: 'recognition' }, '2027-01-10')).toBe('after_term')
})

test('a recognition interrupts once in a debt’s life', () => {
  expect(recognise({ ...sofa, interruption: null }, TODAY)).toEqual({ on: TODAY, by: 'recognition' })
  expect(recognise({ ...sofa, interruption: { on: '2023-02-01', by: 'protest' } }, TODAY)).toBeNull()
})

test('a barred debt is not revived, and one that is not due has no term to interrupt', () => {
  expect(recognise({ ...sofa, interruption: null }, '2026-11-22')).toBeNull()
  expect(recognise({ ...sofa, interruption: null }, '2021-11-20')).toBeNull()
})

test('each act has its place in the law', () => {
  for (const cause of INTERRUPTION_CAUSES) expect(INTERRUPTION_SOURCES[cause]).toMatch(/^Código Civil, art\. 202, [IV]+$/)
})
