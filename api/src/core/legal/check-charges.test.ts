import { expect, test } from 'vitest'
import { checkCharges } from './check-charges.ts'

const on = '2026-11-21'
const breaches = (lateFeeBps: number, defaultInterestMonthlyBps: number, regime: 'financial' | 'non_financial', day = on) =>
  checkCharges({ lateFeeBps, defaultInterestMonthlyBps }, { regime, product: 'other', on: day }).map(({ pointer, code, rule, limit, value }) => [pointer, code, rule, limit, value])

test('2 % and 1 % a month are within the law for everybody', () => {
  expect(breaches(200, 100, 'financial')).toEqual([])
  expect(breaches(200, 135, 'non_financial')).toEqual([])
})

test('a fine above 2 % is not', () => {
  expect(breaches(201, 0, 'financial')).toEqual([['/lateFeeBps', 'late_fee_above_law', 'late-fine', 200, 201]])
})

test('the limit of default interest hangs on the regime', () => {
  expect(breaches(0, 101, 'financial')).toEqual([['/defaultInterestMonthlyBps', 'default_interest_above_law', 'default-interest-bank', 100, 101]])
  expect(breaches(0, 136, 'non_financial')).toEqual([['/defaultInterestMonthlyBps', 'default_interest_above_law', 'usury', 135, 136]])
})

test('a rule binds from its first day', () => {
  expect(breaches(0, 500, 'non_financial', '2024-08-29')).toEqual([])
})

test('the message says value, limit and source', () => {
  const [fine] = checkCharges({ lateFeeBps: 1_000, defaultInterestMonthlyBps: 0 }, { regime: 'financial', on })
  expect(fine?.message).toBe('A multa é de 10% e a lei permite até 2% (CDC, art. 52, §1º).')
})
