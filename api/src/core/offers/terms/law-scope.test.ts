import { expect, test } from 'vitest'
import { band, request, rule, sheetOf } from '../offers.fixture.ts'

const plans = (legalRate?: bigint) =>
  sheetOf(request({ regime: 'non_financial', legalRate, policy: { ...request().policy, rules: [rule({ installments: [band(2, 3, { monthlyRateBps: 130 })] })] } }))

test('an offer keeps to twice the legal rate of its month', () => {
  expect(plans().options.map(({ count }) => count)).toEqual([1, 2, 3])
  expect(plans(676_227n).options[1]?.legalChecks.find(({ rule: id, value }) => id === 'usury' && value.startsWith('1,3'))).toMatchObject({ limit: 'até 1,352454% ao mês', value: '1,3% ao mês', passed: true })
  expect(plans(640_000n).options.map(({ count }) => count)).toEqual([1])
})

test('late charges of an older policy are cut to it', () => {
  expect(plans(400_000n).options[0]?.defaultInterestMonthlyBps).toBe(80)
})
