import { expect, test } from 'vitest'
import { checkRepair, type RepairCost } from './check-repair.ts'

const moved: RepairCost = { terms: { monthlyRateBps: 160, lateFeeBps: 200, defaultInterestMonthlyBps: 100 }, lines: [{ kind: 'contract_interest', cents: 120n }], payNow: null, dueDates: ['2027-01-25'], signedChecks: [] }
const shop = { regime: 'non_financial', on: '2026-12-21' } as const

test('a rate that was within the law of its month stays so, with the limit that it was signed under', () => {
  const signed = { rule: 'usury', source: 'Decreto 22.626/1933 e Lei 14.905/2024', limit: 'até 1,700000% ao mês', value: '1,6% ao mês', passed: true }
  expect(checkRepair({ ...moved, signedChecks: [{ ...signed, value: '1% ao mês', limit: 'até 1,35% ao mês' }, signed] }, shop)[0]).toEqual(signed)
})

test('without such a check, or for a bank, the law of the day is asked', () => {
  expect(checkRepair(moved, shop)[0]).toMatchObject({ rule: 'usury', limit: 'até 1,35% ao mês', value: '1,6% ao mês', passed: false })
  expect(checkRepair(moved, { ...shop, regime: 'financial' }).map(({ rule }) => rule)).toEqual(['non-business-due', 'novation'])
})
