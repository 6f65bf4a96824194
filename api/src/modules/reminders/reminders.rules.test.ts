import { expect, test } from 'vitest'
import { noticeOf } from './reminders.rules.ts'

// 2026-12-10 is a Thursday, 2026-12-25 a Friday and a holiday.
test.each([
  ['on the Friday before, too early', '2026-12-10', '2026-12-04', 3, null],
  ['a Saturday’s reminder, on the Friday before', '2026-12-15', '2026-12-11', 3, 'due_soon'],
  ['three days before', '2026-12-10', '2026-12-07', 3, 'due_soon'],
  ['a morning that was missed is made up for', '2026-12-10', '2026-12-09', 3, 'due_soon'],
  ['on the day itself', '2026-12-10', '2026-12-10', 3, 'due_today'],
  ['where only the day itself is wanted, the day before', '2026-12-10', '2026-12-09', 0, null],
  ['and the day itself', '2026-12-10', '2026-12-10', 0, 'due_today'],
  ['the next day, when a payment may not be known yet', '2026-12-10', '2026-12-11', 3, null],
  ['and the one after', '2026-12-10', '2026-12-14', 3, 'overdue'],
  ['what is due on a Sunday, on the Friday before', '2026-12-13', '2026-12-11', 3, 'due_today'],
  ['what is due on Christmas Day, on the day before', '2026-12-25', '2026-12-24', 3, 'due_today'],
  ['Christmas is paid on Monday, which is known on Tuesday', '2026-12-25', '2026-12-29', 3, null],
  ['and missed on Wednesday', '2026-12-25', '2026-12-30', 3, 'overdue'],
] as const)('%s', (_name, dueOn, today, daysBefore, kind) => {
  expect(noticeOf({ dueOn, status: 'open' }, today, daysBefore)).toBe(kind)
  expect(noticeOf({ dueOn, status: 'partly_paid' }, today, daysBefore)).toBe(kind)
  expect(noticeOf({ dueOn, status: 'paid' }, today, daysBefore)).toBeNull()
  expect(noticeOf({ dueOn, status: 'cancelled' }, today, daysBefore)).toBeNull()
})
