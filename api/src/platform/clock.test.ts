import { expect, test } from 'vitest'
import { endOfDay, localDateOf } from './clock.ts'

test('a day of São Paulo ends three hours after the day of UTC', () => {
  expect(endOfDay('2026-11-23').toISOString()).toBe('2026-11-24T02:59:59.999Z')
})

test('a day under the old summer time ends two hours after', () => {
  expect(endOfDay('2018-12-10').toISOString()).toBe('2018-12-11T01:59:59.999Z')
})

test.each([
  ['2026-11-21T02:59:59.999Z', '2026-11-20'],
  ['2026-11-21T03:00:00.000Z', '2026-11-21'],
])('%s falls on %s', (instant, date) => {
  expect(localDateOf(new Date(instant))).toBe(date)
})
