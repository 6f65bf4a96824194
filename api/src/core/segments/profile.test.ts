import { expect, test } from 'vitest'
import { BUILT_IN_RULES } from './built-in-rules.ts'
import { profileOf } from './profile.ts'
import { STRANGER } from './segments.fixture.ts'

const uploaded = { version: 1, band: 'low', score: 812, reasons: [], source: 'Bureau', validUntil: '2026-12-31' } as const

test('an uploaded band wins, then the one of the debts, then the sum', () => {
  const late = { ...STRANGER, delayCount: 2, overdueDays: 400 }
  expect(profileOf({ ...late, debtBand: 'medium', uploaded }, BUILT_IN_RULES)).toMatchObject({ band: 'low', bandSource: 'uploaded', graceDays: 5 })
  expect(profileOf({ ...late, debtBand: 'medium' }, BUILT_IN_RULES)).toMatchObject({ band: 'medium', bandSource: 'debts', graceDays: 2 })
  expect(profileOf(late, BUILT_IN_RULES)).toMatchObject({ band: 'high', bandSource: 'computed', graceDays: 0, rulesVersion: 1 })
})

test.each([
  [99_999n, 'low'],
  [100_000n, 'medium'],
  [999_999n, 'medium'],
  [1_000_000n, 'high'],
])('%s cents are of %s importance', (principalCents, importance) => {
  expect(profileOf({ ...STRANGER, principalCents }, BUILT_IN_RULES).importance).toBe(importance)
})

test.each([[0, false], [1, true], [2, false]])('of %s delays: the first is %s', (delayCount, isFirstDelay) => {
  expect(profileOf({ ...STRANGER, delayCount }, BUILT_IN_RULES).isFirstDelay).toBe(isFirstDelay)
})
