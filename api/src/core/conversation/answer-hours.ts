import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay, nextBusinessDay } from '../calendar/bank-holidays.ts'

/** An hour of a day in São Paulo, 0 to 23. */
export interface LocalHour {
  on: LocalDate
  hour: number
}

/** When people of a creditor answer: business days, these hours of São Paulo. */
export const ANSWERS_FROM = 9
export const ANSWERS_UNTIL = 18

/** Whether somebody is there to answer. */
export function isAnswered({ on, hour }: LocalHour): boolean {
  return isBusinessDay(on) && hour >= ANSWERS_FROM && hour < ANSWERS_UNTIL
}

/** The day on which somebody is there next, where nobody is now. */
export function nextAnswerDay({ on, hour }: LocalHour): LocalDate {
  return hour < ANSWERS_FROM ? nextBusinessDay(on) : nextBusinessDay(addDays(on, 1))
}

/** Whole working hours between two hours: those of a night, a weekend and a holiday do not count. */
export function workingHoursBetween(from: LocalHour, to: LocalHour): number {
  let hours = 0
  for (let day = from.on; day <= to.on; day = addDays(day, 1)) {
    if (!isBusinessDay(day)) continue
    const start = day === from.on ? clamp(from.hour) : ANSWERS_FROM
    const end = day === to.on ? clamp(to.hour) : ANSWERS_UNTIL
    hours += Math.max(0, end - start)
  }
  return hours
}

function clamp(hour: number): number {
  return Math.min(ANSWERS_UNTIL, Math.max(ANSWERS_FROM, hour))
}
