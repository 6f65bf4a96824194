import { expect, test } from 'vitest'
import { BUILT_IN_RULES } from '../../../core/segments/built-in-rules.ts'
import { contradictionsOf } from './profile-rules.rules.ts'

const rules = BUILT_IN_RULES

test('the built-in rules contradict nothing', () => {
  expect(contradictionsOf(rules)).toEqual([])
})

test.each([
  ['/factors/paidOnTime', { factors: { ...rules.factors, paidOnTime: [{ from: 1, points: 10 }, { from: 5, points: 5 }] } }],
  ['/factors/delays', { factors: { ...rules.factors, delays: [{ from: 3, points: 1 }, { from: 3, points: 2 }] } }],
  ['/bandsFrom/high', { bandsFrom: { medium: 50, high: 50 } }],
  ['/importanceFromCents/high', { importanceFromCents: { medium: 2, high: 1 } }],
  ['/graceDays', { graceDays: { low: 1, medium: 2, high: 0 } }],
  ['/graceDays', { graceDays: { low: 3, medium: 1, high: 2 } }],
])('%s', (pointer, change) => {
  expect(contradictionsOf({ ...rules, ...change }).map((one) => one.pointer)).toEqual([pointer])
})
