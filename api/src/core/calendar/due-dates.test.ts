import fc from 'fast-check'
import { addDays, daysBetween } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { isBusinessDay } from './bank-holidays.ts'
import { dueDates, latestDueDate, paymentWindow } from './due-dates.ts'

const today = '2026-11-21'

test('the first date is the latest due day in the window', () => {
  expect(dueDates({ today, count: 3, dueDay: 10, daysToFirstPayment: 30 })).toEqual(['2026-12-10', '2027-01-11', '2027-02-10'])
  expect(dueDates({ today, count: 1, dueDay: 10, daysToFirstPayment: 60 })).toEqual(['2027-01-11'])
})

test('a date that moves does not move the ones after it', () => {
  // 9 January 2027 is a Saturday; 9 February is Carnival Tuesday.
  expect(dueDates({ today: '2026-12-20', count: 3, dueDay: 9, daysToFirstPayment: 30 })).toEqual(['2027-01-11', '2027-02-10', '2027-03-09'])
})

test('day 31 is the last day of a shorter month, and 31 again where there is one', () => {
  expect(dueDates({ today: '2028-01-05', count: 4, dueDay: 31, daysToFirstPayment: 30 })).toEqual(['2028-01-31', '2028-03-01', '2028-03-31', '2028-05-02'])
})

test('without the day in the window the first date is its end, and the second lies at least 20 days later', () => {
  expect(latestDueDate(paymentWindow({ today, daysToFirstPayment: 5 }), 10)).toBeNull()
  expect(dueDates({ today, count: 3, dueDay: 10, daysToFirstPayment: 5 })).toEqual(['2026-11-26', '2027-01-11', '2027-02-10'])
})

test('nineteen days are too few to the second date, twenty will do', () => {
  const second = (dueDay: number) => dueDates({ today, count: 2, dueDay, firstDueOn: '2026-11-26', daysToFirstPayment: 5 })[1]
  expect([second(15), second(16)]).toEqual(['2027-01-15', '2026-12-16'])
})

test('a due day of tomorrow is too near', () => {
  expect(latestDueDate(paymentWindow({ today, daysToFirstPayment: 20 }), 22)).toBeNull()
  expect(latestDueDate(paymentWindow({ today, daysToFirstPayment: 20 }), 23)).toBe('2026-11-23')
})

test('a first date that was asked for counts, with the due day for the others', () => {
  expect(dueDates({ today, count: 3, dueDay: 25, firstDueOn: '2026-12-01', daysToFirstPayment: 30 })).toEqual(['2026-12-01', '2027-01-25', '2027-02-25'])
  expect(dueDates({ today, count: 2, firstDueOn: '2026-12-01', daysToFirstPayment: 30 })).toEqual(['2026-12-01', '2027-01-04'])
})

test('dates are business days, strictly rise, and a longer plan begins like a shorter one', () => {
  const plans = fc.record({
    today: fc.integer({ min: 0, max: 10_000 }).map((days) => addDays('2024-01-01', days)),
    count: fc.integer({ min: 1, max: 60 }),
    daysToFirstPayment: fc.integer({ min: 2, max: 60 }),
    dueDay: fc.integer({ min: 1, max: 31 }),
  })
  fc.assert(
    fc.property(plans, (plan) => {
      const dates = dueDates(plan)
      expect(dates).toHaveLength(plan.count)
      expect(dates.every(isBusinessDay)).toBe(true)
      expect(dates.every((date, i) => i === 0 || date > (dates[i - 1] ?? ''))).toBe(true)
      expect(daysBetween(plan.today, dates[0] ?? '')).toBeGreaterThanOrEqual(2)
      expect(dueDates({ ...plan, count: plan.count + 1 }).slice(0, -1)).toEqual(dates)
    }),
  )
})
