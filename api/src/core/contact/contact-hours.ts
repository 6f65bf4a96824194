import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { addDays, dayNumber, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isHoliday } from '../calendar/bank-holidays.ts'
import { windowOn, type Hours } from './contact-windows.ts'
import { clocksOf, instantOf, localMinuteOf } from './local-clock.ts'

/** Whom an hour is asked for: by which channel, and where they live as far as it is known. */
export interface Whereabouts {
  channel: Channel
  state: string | null
  city: string | null
}

const SATURDAY = 0
const SUNDAY = 1
// The longest run of closed days is Carnival with the weekend before it.
const DAYS_AHEAD = 14

/** Whether a person may be reached at an instant, by every clock that they may live by. */
export function isContactHour(where: Whereabouts, at: Date): boolean {
  return clocksOf(where).every((offset) => {
    const { on, minute } = localMinuteOf(at, offset)
    const hours = hoursOn(where, on)
    return hours !== null && minute >= hours.opens && minute < hours.closes
  })
}

/** The first instant from `at` on at which a person may be reached. */
export function nextContactHour(where: Whereabouts, at: Date): Date {
  if (isContactHour(where, at)) return at
  const openings = clocksOf(where).flatMap((offset) => openingsAfter(where, at, offset))
  const next = openings.sort((a, b) => a.getTime() - b.getTime()).find((opening) => isContactHour(where, opening))
  if (!next) throw new Error('no contact hour in two weeks')
  return next
}

function openingsAfter(where: Whereabouts, at: Date, offset: number): Date[] {
  const { on } = localMinuteOf(at, offset)
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(on, i))
  return days.flatMap((day) => {
    const hours = hoursOn(where, day)
    const opening = hours && instantOf({ on: day, minute: hours.opens }, offset)
    return opening && opening > at ? [opening] : []
  })
}

function hoursOn({ channel, state }: Whereabouts, on: LocalDate): Hours | null {
  const { weekday, saturday } = windowOn(state, channel, on)
  const day = dayNumber(on) % 7
  if (day === SUNDAY || isHoliday(on)) return null
  return day === SATURDAY ? saturday : weekday
}
