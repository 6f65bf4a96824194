import { expect, test } from 'vitest'
import { isAnswered, nextAnswerDay, workingHoursBetween } from './answer-hours.ts'

// 2026-11-20 is a Friday and a holiday, 2026-11-23 a Monday.
test.each([
  [{ on: '2026-11-23', hour: 9 }, true],
  [{ on: '2026-11-23', hour: 17 }, true],
  [{ on: '2026-11-23', hour: 18 }, false],
  [{ on: '2026-11-23', hour: 8 }, false],
  [{ on: '2026-11-20', hour: 10 }, false],
  [{ on: '2026-11-21', hour: 10 }, false],
])('at %j somebody is there: %s', (at, there) => expect(isAnswered(at)).toBe(there))

test.each([
  [{ on: '2026-11-23', hour: 7 }, '2026-11-23'],
  [{ on: '2026-11-23', hour: 20 }, '2026-11-24'],
  [{ on: '2026-11-19', hour: 18 }, '2026-11-23'],
])('after %j somebody is there on %s', (at, day) => expect(nextAnswerDay(at)).toBe(day))

test.each([
  [{ on: '2026-11-23', hour: 9 }, { on: '2026-11-23', hour: 13 }, 4],
  [{ on: '2026-11-19', hour: 17 }, { on: '2026-11-23', hour: 10 }, 2],
  [{ on: '2026-11-21', hour: 12 }, { on: '2026-11-22', hour: 12 }, 0],
  [{ on: '2026-11-23', hour: 12 }, { on: '2026-11-23', hour: 12 }, 0],
])('from %j to %j are %i working hours', (from, to, hours) => expect(workingHoursBetween(from, to)).toBe(hours))
