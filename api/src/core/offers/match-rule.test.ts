import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { matchRule } from './match-rule.ts'
import { rule } from './offers.fixture.ts'

const traits = { overdueDays: 90, balanceCents: 100_000n, product: 'school' as const, segment: 'gold' }

test.each<[PolicyCondition, boolean]>([
  [{}, true],
  [{ overdueDays: { min: 90, max: 90 } }, true],
  [{ overdueDays: { min: 91 } }, false],
  [{ overdueDays: { max: 89 } }, false],
  [{ balanceCents: { min: 100_000, max: 100_000 } }, true],
  [{ balanceCents: { min: 100_001 } }, false],
  [{ products: ['retail', 'school'] }, true],
  [{ products: ['retail'] }, false],
  [{ segments: ['gold'] }, true],
  [{ segments: ['silver'] }, false],
  [{ products: ['school'], segments: ['gold'], overdueDays: { min: 30 }, balanceCents: { max: 99_999 } }, false],
])('%j fits: %s', (when, fits) => {
  expect(matchRule([rule({}, when)], traits) !== null).toBe(fits)
})

test('a debt without a segment fits no rule that names one', () => {
  expect(matchRule([rule({}, { segments: ['gold'] })], { ...traits, segment: null })).toBeNull()
})

test('the first rule that fits decides', () => {
  const rules = [{ ...rule({}, { products: ['retail'] }), name: 'a' }, { ...rule(), name: 'b' }, { ...rule(), name: 'c' }]
  expect(matchRule(rules, traits)?.name).toBe('b')
})
