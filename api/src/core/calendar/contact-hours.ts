import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay, nextBusinessDay } from './bank-holidays.ts'

/** An hour of a day in São Paulo, 0 to 23. */
export interface LocalHour {
  on: LocalDate
  hour: number
}

// The states' laws meet in Monday to Friday, 9 to 18 (rule `quiet-hours`). These hours of São Paulo lie within that wherever in
// Brazil a person lives: Acre is two hours behind, Fernando de Noronha one ahead.
const OPENS = 11
const CLOSES = 17

/** Whether a person may be written to: on business days, within the hours that every state allows. */
export function mayWriteAt({ on, hour }: LocalHour): boolean {
  return isBusinessDay(on) && hour >= OPENS && hour < CLOSES
}

/** Whole hours until a person may be written to; 0 where that is now. */
export function hoursUntilOpen(now: LocalHour): number {
  if (mayWriteAt(now)) return 0
  const { on, hour } = now
  const day = hour < OPENS ? nextBusinessDay(on) : nextBusinessDay(addDays(on, 1))
  return 24 * daysBetween(on, day) + OPENS - hour
}
