import { isLocalDate } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { LEGAL_RULES, currentRule, ruleOn } from './legal-rules.ts'

test('each row names its source and real days, and a number has its unit', () => {
  for (const rule of LEGAL_RULES) {
    expect(rule.source).not.toBe('')
    expect(isLocalDate(rule.validFrom) && (rule.validTo === null || isLocalDate(rule.validTo))).toBe(true)
    expect(rule.number === null).toBe(rule.unit === null)
  }
})

test('no two rows of one rule hold on the same day', () => {
  for (const a of LEGAL_RULES) {
    const twins = LEGAL_RULES.filter((b) => b !== a && b.id === a.id && b.validFrom <= (a.validTo ?? '9999') && a.validFrom <= (b.validTo ?? '9999'))
    expect(twins).toEqual([])
  }
})

test('a rule holds from its first day on', () => {
  expect(ruleOn('offer-validity', '2021-07-01')).toBeNull()
  expect(ruleOn('offer-validity', '2021-07-02')).toMatchObject({ number: 2, unit: 'days' })
  expect(currentRule('usury')).toMatchObject({ number: 135, unit: 'bps' })
})
