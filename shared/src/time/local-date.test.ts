import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayInMonth, dayNumber, daysBetween, formatDate, formatDay, isLocalDate } from './local-date.ts'

test.each(['2026-11-21', '2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
  expect(isLocalDate(text)).toBe(true)
})

test.each(['2026-02-31', '2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '21/11/2026', '1899-12-31', '2200-01-01', '2026-11-21T00:00:00Z', ''])('%j is none', (text) => {
  expect(isLocalDate(text)).toBe(false)
})

test('days are added over months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(daysBetween('2026-03-10', '2026-11-21')).toBe(256)
  expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1)
})

test('months end where they end', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(dayInMonth('2026-11-21', 3, 31)).toBe('2027-02-28')
  expect(dayInMonth('2026-11-21', 0, 5)).toBe('2026-11-05')
})

test('days print as people write them', () => {
  expect(formatDay('2026-12-10')).toBe('10 de dezembro')
  expect(formatDay('2027-03-01', { year: true })).toBe('1º de março de 2027')
  expect(formatDate('2026-12-10')).toBe('10/12/2026')
})

const days = fc.integer({ min: 0, max: 73_000 }).map((offset) => addDays('1990-01-01', offset))

test('adding days and counting them are each other\'s opposite', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (date, offset) => {
      expect(daysBetween(date, addDays(date, offset))).toBe(offset)
      expect(isLocalDate(date)).toBe(true)
    }),
  )
})

test('added months keep the day, or give the last one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -240, max: 240 }), (date, months) => {
      const later = addMonths(date, months)
      const isLast = addDays(later, 1).endsWith('-01')
      expect(later.slice(8) === date.slice(8) || (isLast && later.slice(8) < date.slice(8))).toBe(true)
      expect(dayInMonth(date, months, Number(date.slice(8)))).toBe(later)
    }),
  )
})

test('agrees with the calendar of Date on every day of three centuries', () => {
  const from = Date.UTC(1900, 0, 1)
  for (let day = 0; day < 300 * 365; day += 1) {
    const date = new Date(from + day * 86_400_000)
    const text = date.toISOString().slice(0, 10)
    if (addDays('1900-01-01', day) !== text || daysBetween('1900-01-01', text) !== day || dayNumber(text) % 7 !== (date.getUTCDay() + 1) % 7) expect(text).toBe('right')
  }
})
