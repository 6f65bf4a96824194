import { expect, test } from 'vitest'
import { noBetterThan, reasonOf } from './explain-option.ts'
import { band, debt, request, rule, sheetOf } from './offers.fixture.ts'
import type { Offers } from './types.ts'

const none = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
const off = (principalBps: number) => ({ lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps })
const reasons = (sheet: Offers) => Object.fromEntries(sheet.options.map((option) => [option.id, reasonOf(option)]))
const better = (sheet: Offers, id: string) => noBetterThan(sheet.options.find((option) => option.id === id)!, sheet).map(({ code, count, other }) => [code, count ?? other?.id])

test('why each is offered', () => {
  const cash = { discount: off(4_000), daysToPay: 5, later: [{ discount: off(2_000), daysToPay: 30 }] }
  expect(reasons(sheetOf(request({ rules: [rule({ cash })] })))).toEqual({
    'cash': 'cash_with_discount', 'cash-30': 'cash_with_more_time',
    'installments-2': 'interest_free_with_discount', 'installments-3': 'interest_free_with_discount', 'installments-4': 'with_interest', 'installments-5': 'with_interest',
  })
  const full = rule({ cash: { discount: none, daysToPay: 5 }, installments: [band(2, 2, { discount: none })] })
  expect(reasons(sheetOf(request({ rules: [full] })))).toEqual({ 'cash': 'cash_without_discount', 'installments-2': 'interest_free' })
})

test('why the next longer plan is not, and where the next larger discount is', () => {
  const sheet = sheetOf(request())
  expect(better(sheet, 'cash')).toEqual([['largest_discount', undefined]])
  expect(better(sheet, 'installments-2')).toEqual([['larger_discount_elsewhere', 'cash']])
  expect(better(sheet, 'installments-5')).toEqual([['longest_plan', undefined], ['larger_discount_elsewhere', 'installments-3']])
})

test.each<[string, Parameters<typeof request>[0], string, unknown]>([
  ['too small', { rules: [rule({ installments: [band(2, 4, { leastInstallmentCents: 40_000 })] })] }, 'installments-2', ['longer_too_small', 3]],
  ['a larger down payment', { downPaymentCents: 5_000n, rules: [rule({ installments: [band(2, 3), band(4, 4, { leastDownPaymentBps: 5_000 })] })] }, 'installments-3', ['longer_down_payment', 4]],
  ['worse', { rules: [rule({ installments: [band(2, 12), band(13, 13, { discount: none, monthlyRateBps: 135 })] })] }, 'installments-12', ['longer_worse', 13]],
  ['outside the law', { regime: 'non_financial', rules: [rule({ installments: [band(2, 3), band(4, 4, { monthlyRateBps: 500 })] })] }, 'installments-3', ['longer_outside_law', 4]],
  ['no plan at all', { rules: [rule({ installments: [] })] }, 'cash', ['no_installments', undefined]],
])('longer is not: %s', (_what, more, id, expected) => {
  expect(better(sheetOf(request(more)), id)[0]).toEqual(expected)
})

test('debts whose rules have other counts, or no due day in common', () => {
  const debts = [debt(), debt({ id: 'b', product: 'school' })]
  const school = { products: ['school' as const] }
  const counts = sheetOf(request({ debts, rules: [rule({ installments: [band(2, 4)] }, school), rule({ installments: [band(2, 3), band(5, 6)] })] }))
  expect(better(counts, 'installments-3')[0]).toEqual(['longer_not_given', 4])
  const days = sheetOf(request({ debts, rules: [rule({ dueDays: [5] }, school), rule({ dueDays: [6] })] }))
  expect(better(days, 'cash')[0]).toEqual(['longer_no_due_day', 2])
})

test('what was agreed with one person is held against nothing, and nothing against it', () => {
  const sheet = sheetOf(request({ proposal: { amounts: [10_000n, 10_000n, 10_000n, 10_000n, 10_000n, 10_000n], downPaymentCents: 0n } }))
  expect(reasons(sheet).proposal).toBe('own_offer')
  expect(better(sheet, 'proposal')).toEqual([])
  expect(better(sheet, 'installments-5')[0]).toEqual(['longest_plan', undefined])
  expect(better(sheet, 'cash')).toEqual([['largest_discount', undefined]])
})
