import Holidays from 'date-holidays'
import fc from 'fast-check'
import { addDays, daysBetween } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { addBusinessDays, bankHolidays, isBusinessDay, nextBusinessDay } from './bank-holidays.ts'

// Resolução CMN 4.880/2020, checked day by day against the calendars of ANBIMA and FEBRABAN: the days that move.
const MOVING: Record<number, string[]> = {
  2024: ['02-12', '02-13', '03-29', '05-30'],
  2025: ['03-03', '03-04', '04-18', '06-19'],
  2026: ['02-16', '02-17', '04-03', '06-04'],
  2027: ['02-08', '02-09', '03-26', '05-27'],
  2028: ['02-28', '02-29', '04-14', '06-15'],
  2029: ['02-12', '02-13', '03-30', '05-31'],
  2030: ['03-04', '03-05', '04-19', '06-20'],
  2031: ['02-24', '02-25', '04-11', '06-12'],
}
const FIXED = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25']

test.each(Object.entries(MOVING))('the bank holidays of %s', (year, moving) => {
  const expected = [...FIXED, ...moving].map((day) => `${year}-${day}`).sort()
  expect(bankHolidays(Number(year))).toEqual(expected)
})

test.each([[2024, 253], [2025, 252], [2026, 249], [2027, 251], [2028, 248]])('%d has %d business days', (year, count) => {
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`)
  const business = Array.from({ length: days }, (_, i) => addDays(`${year}-01-01`, i)).filter(isBusinessDay)
  expect(business).toHaveLength(count)
})

test('20 November is a holiday since 2024 only', () => {
  expect(bankHolidays(2023)).not.toContain('2023-11-20')
  expect(isBusinessDay('2023-11-20')).toBe(true)
  expect(isBusinessDay('2024-11-20')).toBe(false)
})

// date-holidays counts election Sundays too: no bank is open on them anyway.
test('agrees with date-holidays for eighty years', () => {
  const calendar = new Holidays('BR')
  for (let year = 2002; year <= 2081; year += 1) {
    const closed = calendar.getHolidays(year).filter(({ type, name }) => (type === 'public' || type === 'bank') && !/Eleição/.test(name))
    expect(bankHolidays(year)).toEqual(closed.map(({ date }) => date.slice(0, 10)).sort())
  }
})

test('the next business day is the first one that is not earlier', () => {
  expect(nextBusinessDay('2026-11-19')).toBe('2026-11-19')
  expect(nextBusinessDay('2026-11-20')).toBe('2026-11-23')
  expect(nextBusinessDay('2026-02-14')).toBe('2026-02-18')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
      const date = addDays('2020-01-01', days)
      const next = nextBusinessDay(date)
      const skipped = Array.from({ length: daysBetween(date, next) }, (_, i) => addDays(date, i))
      expect(isBusinessDay(next)).toBe(true)
      expect(skipped.some(isBusinessDay)).toBe(false)
    }),
  )
})

test('business days after a day leave weekends and holidays out, and the day itself', () => {
  expect(addBusinessDays('2026-11-27', 5)).toBe('2026-12-04')
  expect(addBusinessDays('2026-12-23', 2)).toBe('2026-12-28')
})
