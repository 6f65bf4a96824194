import { expect, test } from 'vitest'
import type { DebtTerms } from './balance.ts'
import { balanceOf } from './balance.fixture.ts'

const debt: DebtTerms = { principalCents: 100_000n, dueOn: '2026-01-12', lateFeeBps: 0, defaultInterestMonthlyBps: 100, payments: [] }
const interest = (more: Partial<DebtTerms>, asOf: string) => {
  const line = balanceOf({ ...debt, ...more }, asOf).components[1]
  return [line?.cents, line?.formula.replaceAll('\u00a0', ' ')]
}

test.each<[NonNullable<DebtTerms['dayCount']>, bigint, string]>([
  ['month_30', 5_000n, 'R$ 1.000,00 × 1% ÷ 30 × 150 dias'],
  ['year_360', 5_000n, 'R$ 1.000,00 × 1% × 12 ÷ 360 × 150 dias'],
  ['year_365', 4_932n, 'R$ 1.000,00 × 1% × 12 ÷ 365 × 150 dias'],
])('150 days of simple interest by %s', (dayCount, cents, formula) => {
  expect(interest({ dayCount }, '2026-06-11')).toEqual([cents, formula])
})

test('compound interest: whole months multiply, the rest of a month is simple', () => {
  expect(interest({ interestMethod: 'compound' }, '2026-02-11')).toEqual([1_000n, 'R$ 1.000,00 × ((1 + 1%)^1 × (1 + 1% × 0 ÷ 30) − 1)'])
  expect(interest({ interestMethod: 'compound' }, '2026-06-26')).toEqual([5_627n, 'R$ 1.000,00 × ((1 + 1%)^5 × (1 + 1% × 15 ÷ 30) − 1)'])
  expect(interest({ interestMethod: 'compound', dayCount: 'year_365' }, '2026-06-26')).toEqual([5_547n, 'R$ 1.000,00 × ((1 + 1%)^5 × (1 + 1% × 155 ÷ 365) − 1)'])
})

test('a payment starts the count anew: no interest is ever asked on interest that it left open', () => {
  const payments = [{ paidOn: '2026-02-11', cents: 1n }]
  expect(balanceOf({ ...debt, interestMethod: 'compound', payments }, '2026-03-13').open.defaultInterest).toBe(1_999n)
})

test('sums are exact far beyond any debt, for a hundred years', () => {
  const huge = { ...debt, principalCents: 10n ** 15n, dueOn: '1926-01-12', interestMethod: 'compound' as const, defaultInterestMonthlyBps: 1 }
  const months = 36_500n / 30n
  const grown = 10_001n ** months * (10_000n * 30n + 20n)
  const whole = 10_000n ** (months + 1n) * 30n
  expect(balanceOf(huge, '2025-12-18').open.defaultInterest).toBe((2n * 10n ** 15n * (grown - whole) + whole) / (2n * whole))
})
