import { addDays, dayInMonth, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { nextBusinessDay } from './bank-holidays.ts'

/** The first payment leaves the debtor at least so many days. */
const LEAST_DAYS_TO_FIRST = 2
/** A second payment never follows the first by less: nobody pays twice in one fortnight. */
const LEAST_DAYS_TO_SECOND = 20

export interface DueDatePlan {
  today: LocalDate
  count: number
  dueDay?: number
  firstDueOn?: LocalDate
  daysToFirstPayment: number
}

/**
 * The dates on which `count` payments fall due. The first is the one asked for, or the latest `dueDay` in the window of
 * `daysToFirstPayment`, or the window's end; the others fall on `dueDay`. Each moves by itself to the next business day.
 */
export function dueDates(plan: DueDatePlan): LocalDate[] {
  invariant(plan.count >= 1, 'a plan has at least one payment')
  const first = plan.firstDueOn ?? firstInWindow(plan) ?? addDays(plan.today, plan.daysToFirstPayment)
  const day = plan.dueDay ?? Number(first.slice(8))
  const start = monthsToSecond(first, day)
  const dates = [nextBusinessDay(first)]
  for (let i = 0; i < plan.count - 1; i += 1) dates.push(nextBusinessDay(dayInMonth(first, start + i, day)))
  return dates
}

/** The days on which a first payment may fall due, both included. */
export interface PaymentWindow {
  earliest: LocalDate
  latest: LocalDate
}

/** From two days after today to the last of the days allowed. */
export function paymentWindow({ today, daysToFirstPayment }: Pick<DueDatePlan, 'today' | 'daysToFirstPayment'>): PaymentWindow {
  return { earliest: addDays(today, LEAST_DAYS_TO_FIRST), latest: addDays(today, daysToFirstPayment) }
}

/** The latest date in the window that is `dueDay` of its month, or the month's last day; null if none. */
export function latestDueDate({ earliest, latest }: PaymentWindow, dueDay: number): LocalDate | null {
  const inLastMonth = dayInMonth(latest, 0, dueDay)
  const date = inLastMonth <= latest ? inLastMonth : dayInMonth(latest, -1, dueDay)
  return date >= earliest ? date : null
}

function firstInWindow(plan: DueDatePlan): LocalDate | null {
  return plan.dueDay === undefined ? null : latestDueDate(paymentWindow(plan), plan.dueDay)
}

function monthsToSecond(first: LocalDate, day: number): number {
  const next = daysBetween(first, dayInMonth(first, 1, day))
  return next >= LEAST_DAYS_TO_SECOND ? 1 : 2
}
