import { expect, test } from 'vitest'
import { statementOf, type YearInView } from './statement.rules.ts'

const paid = (dueOn: string, paidCents = 100n) => ({ dueOn, status: 'paid', paidCents }) as const
const open = (dueOn: string) => ({ dueOn, status: 'open', paidCents: 0n }) as const
const view = (overrides: Partial<YearInView> = {}): YearInView => ({ year: 2026, installments: [paid('2026-11-10'), paid('2026-03-10', 50n), paid('2026-11-30')], openDebtDues: [], disputedDues: [], lastPaidOn: '2026-12-30', ...overrides })

test('the months of the year in their order, each with what was paid', () => {
  expect(statementOf(view(), '2027-01-01')).toEqual({
    months: [{ month: 3, installmentCount: 1, paidCents: 50 }, { month: 11, installmentCount: 2, paidCents: 200 }],
    clearsEarlierYears: true,
  })
})

test.each<[string, Partial<YearInView>, string]>([
  ['the year is not over', {}, '2026-12-31'],
  ['the month of the last payment is not over', { lastPaidOn: '2027-02-01' }, '2027-02-28'],
  ['an installment of it is open', { installments: [paid('2026-11-10'), open('2026-12-10')] }, '2027-01-10'],
  ['part of one is open', { installments: [paid('2026-11-10'), { ...open('2026-12-10'), status: 'partly_paid', paidCents: 5n }] }, '2027-01-10'],
  ['a debt of it is open', { openDebtDues: ['2026-05-05'] }, '2027-01-10'],
  ['nothing of it was paid', { installments: [paid('2027-01-10')] }, '2028-01-10'],
  ['no payment is known', { lastPaidOn: null }, '2027-01-10'],
])('none while %s', (_name, overrides, today) => {
  expect(statementOf(view(overrides), today)).toBeNull()
})

test('what is due in later years takes nothing from it; what is open of earlier ones is not cleared', () => {
  expect(statementOf(view({ installments: [paid('2026-11-10'), open('2027-01-10')], openDebtDues: ['2027-02-02'] }), '2027-03-01')?.clearsEarlierYears).toBe(true)
  expect(statementOf(view({ openDebtDues: ['2025-02-02'] }), '2027-03-01')?.clearsEarlierYears).toBe(false)
  expect(statementOf(view({ lastPaidOn: '2027-02-28' }), '2027-03-01')).not.toBeNull()
})

test('a month in dispute is left out, and the others have their statement', () => {
  expect(statementOf(view({ disputedDues: ['2026-11-25'] }), '2027-01-01')).toMatchObject({ months: [{ month: 3 }], clearsEarlierYears: true })
  expect(statementOf(view({ disputedDues: ['2025-11-25'] }), '2027-01-01')).toMatchObject({ months: [{ month: 3 }, { month: 11 }], clearsEarlierYears: false })
})
