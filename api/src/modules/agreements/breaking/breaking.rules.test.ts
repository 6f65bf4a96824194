import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { breakStep, lastDayOfNotice, type PlanInCourse } from './breaking.rules.ts'

const breakRule = { toleranceDays: 15, missedInstallments: 2 }
const plan = (overrides: Partial<PlanInCourse> = {}): PlanInCourse => ({
  installments: [{ dueOn: '2026-01-12', status: 'partly_paid' }, { dueOn: '2026-02-10', status: 'open' }, { dueOn: '2026-03-10', status: 'open' }],
  breakRule, noticeOn: null, awaited: null, ...overrides,
})

test.each<[string, LocalDate, LocalDate | null, ReturnType<typeof breakStep>]>([
  ['nothing is late', '2026-01-12', null, 'none'],
  ['one is missed', '2026-02-25', null, 'none'],
  ['the last day of the second tolerance', '2026-02-25', null, 'none'],
  ['the day after it', '2026-02-26', null, 'give_notice'],
  ['the notice runs', '2026-03-03', '2026-02-26', 'none'],
  ['a payment of its last day may still be told', '2026-03-04', '2026-02-26', 'wait'],
  ['it would be known by now', '2026-03-05', '2026-02-26', 'break'],
])('%s', (_name, today, noticeOn, step) => {
  expect(breakStep(plan({ noticeOn }), today)).toBe(step)
})

test.each<[string, PlanInCourse['awaited'], LocalDate, ReturnType<typeof breakStep>]>([
  ['its own last day, and a day to tell', { signedOn: '2026-03-03', payBy: '2026-03-04' }, '2026-03-05', 'wait'],
  ['neither has brought it', { signedOn: '2026-03-03', payBy: '2026-03-04' }, '2026-03-06', 'break'],
  ['signed too late to put anything off', { signedOn: '2026-03-05', payBy: '2026-03-06' }, '2026-03-06', 'break'],
  ['lapsed long before', { signedOn: '2026-02-20', payBy: '2026-02-23' }, '2026-03-05', 'break'],
])('where everything was to be paid: %s', (_name, awaited, today, step) => {
  expect(breakStep(plan({ noticeOn: '2026-02-26', awaited }), today)).toBe(step)
})

test('a payment of one missed installment takes the notice back, however late it comes', () => {
  const [first, ...others] = plan().installments
  expect(breakStep(plan({ installments: [{ ...first!, status: 'paid' }, ...others], noticeOn: '2026-02-26' }), '2026-03-05')).toBe('take_back_notice')
})

test('the notice lasts as long as the term says, five days where it says nothing', () => {
  expect(lastDayOfNotice('2026-02-26', breakRule)).toBe('2026-03-03')
  expect(lastDayOfNotice('2026-02-26', { ...breakRule, noticeDays: 10 })).toBe(addDays('2026-02-26', 10))
})

test('nothing is ever broken without a notice', () => {
  expect(breakStep(plan(), '2030-01-01')).toBe('give_notice')
})

test('an old notice that was answered says nothing of later arrears, even if no night has looked in between', () => {
  const [first, second, third] = plan().installments
  const later = [{ ...first!, status: 'paid' as const }, second!, third!]
  expect(breakStep(plan({ installments: later, noticeOn: '2026-02-26' }), '2026-06-01')).toBe('give_notice')
  expect(breakStep(plan({ installments: later, noticeOn: '2026-03-26' }), '2026-06-01')).toBe('break')
})
