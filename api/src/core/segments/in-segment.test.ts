import type { SegmentCondition } from '@repactua/shared/contract/segments.ts'
import { expect, test } from 'vitest'
import { BUILT_IN_RULES } from './built-in-rules.ts'
import { inSegment } from './in-segment.ts'
import { profileOf } from './profile.ts'
import { STRANGER } from './segments.fixture.ts'

const profile = profileOf({
  ...STRANGER, state: 'SP', debtCount: 2, principalCents: 150_000n, overdueDays: 90, products: ['school'], segments: ['gold'], tags: ['a', 'b'],
  paidOnTimeCount: 3, paidLateCount: 1, delayCount: 2, longestDelayDays: 120, agreementsKept: 1, hasRunningAgreement: true, hasEmail: true, reachedBy: ['email', 'sms'], readBy: ['email'], daysSincePayment: 30,
}, BUILT_IN_RULES)

test.each<[SegmentCondition, boolean]>([
  [{}, true],
  [{ all: [{}] }, true],
  [{ all: [{ products: ['retail', 'school'] }] }, true],
  [{ all: [{ products: ['retail'] }] }, false],
  [{ all: [{ segments: ['gold'] }] }, true],
  [{ all: [{ segments: ['silver'] }] }, false],
  [{ all: [{ tags: ['b', 'z'] }] }, true],
  [{ all: [{ tags: ['z'] }] }, false],
  [{ all: [{ states: ['RJ', 'SP'] }] }, true],
  [{ all: [{ states: ['RJ'] }] }, false],
  [{ all: [{ riskBands: ['low'] }] }, true],
  [{ all: [{ riskBands: ['high'] }] }, false],
  [{ all: [{ importances: ['medium'] }] }, true],
  [{ all: [{ importances: ['low', 'high'] }] }, false],
  [{ all: [{ debtCount: { min: 2, max: 2 } }] }, true],
  [{ all: [{ principalCents: { min: 150_001 } }] }, false],
  [{ all: [{ overdueDays: { max: 89 } }] }, false],
  [{ all: [{ delayCount: { min: 2 } }] }, true],
  [{ all: [{ paidOnTimeCount: { min: 4 } }] }, false],
  [{ all: [{ paidLateCount: { max: 1 } }] }, true],
  [{ all: [{ longestDelayDays: { min: 121 } }] }, false],
  [{ all: [{ agreementsKept: { min: 1 } }] }, true],
  [{ all: [{ agreementsBroken: { min: 1 } }] }, false],
  [{ all: [{ daysSincePayment: { max: 30 } }] }, true],
  [{ all: [{ daysSinceAnswer: {} }] }, false],
  [{ all: [{ reachedBy: ['sms', 'push'], readBy: ['email'] }] }, true],
  [{ all: [{ reachedBy: ['whatsapp'] }] }, false],
  [{ all: [{ readBy: ['sms'] }] }, false],
  [{ all: [{ hasBrokenAgreement: false }] }, true],
  [{ all: [{ isFirstDelay: true }] }, false],
  [{ all: [{ hasRunningAgreement: true }] }, true],
  [{ all: [{ hasEmail: true, hasPhone: false }] }, true],
  [{ all: [{ hasEmail: true, hasPhone: true }] }, false],
  [{ all: [{ hasEmail: true }, { hasPhone: true }] }, false],
  [{ any: [{ hasEmail: true }, { hasPhone: true }] }, true],
  [{ any: [{ tags: ['z'] }, { hasPhone: true }] }, false],
  [{ not: [{ hasPhone: true }, { tags: ['z'] }] }, true],
  [{ not: [{ hasPhone: true }, { tags: ['a'] }] }, false],
  [{ all: [{ riskBands: ['low'] }], any: [{ states: ['SP'] }], not: [{ overdueDays: { min: 91 } }] }, true],
])('%j: %s', (condition, isIn) => {
  expect(inSegment(condition, profile)).toBe(isIn)
})
