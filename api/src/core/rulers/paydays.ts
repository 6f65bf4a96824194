import { addDays, dayInMonth, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { addBusinessDays, isBusinessDay } from '../calendar/bank-holidays.ts'

/** Many employers pay a part of the wages on this day of the month. */
const ADVANCE_DAY = 20
/** Wages are paid by the fifth business day of the month after (CLT 459 §1). Saturdays count in that law and not here: money arrives by then. */
const WAGE_BUSINESS_DAY = 5

/** The first day from a day on on which wages are paid: the month's fifth business day, or the 20th or the business day before it. */
export function nextPayday(from: LocalDate): LocalDate {
  const days = [0, 1].flatMap((months) => paydaysOf(dayInMonth(from, months, 1)))
  return days.find((day) => day >= from)!
}

function paydaysOf(first: LocalDate): LocalDate[] {
  return [addBusinessDays(addDays(first, -1), WAGE_BUSINESS_DAY), businessDayUpTo(dayInMonth(first, 0, ADVANCE_DAY))]
}

function businessDayUpTo(date: LocalDate): LocalDate {
  let day = date
  while (!isBusinessDay(day)) day = addDays(day, -1)
  return day
}
