import type { Installment } from '@repactua/shared/contract/agreements.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../core/calendar/bank-holidays.ts'

export type NoticeKind = 'due_soon' | 'due_today' | 'overdue'

/**
 * What a person is told of an installment on a business day's morning, if anything. What falls on the days without a bank
 * that follow is told of before them; it is overdue once a payment of its last day would be known.
 */
export function noticeOf({ dueOn, status }: { dueOn: LocalDate; status: Installment['status'] }, today: LocalDate, daysBefore: number): NoticeKind | null {
  if (status !== 'open' && status !== 'partly_paid') return null
  if (today > lastDayToTell(dueOn)) return 'overdue'
  if (dueOn < today) return null
  if (dueOn < nextMorning(today)) return 'due_today'
  return dueOn < reachOf(today, daysBefore) ? 'due_soon' : null
}

/** Installments that are due before this day are told of on a morning. */
export function reachOf(today: LocalDate, daysBefore: number): LocalDate {
  return addDays(nextMorning(today), daysBefore)
}

function nextMorning(today: LocalDate): LocalDate {
  return nextBusinessDay(addDays(today, 1))
}

// A payment of the due date, or of the business day after it, is known a business day later.
function lastDayToTell(dueOn: LocalDate): LocalDate {
  return nextBusinessDay(addDays(nextBusinessDay(dueOn), 1))
}
