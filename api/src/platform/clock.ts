import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** The only source of time. */
export interface Clock {
  now(): Date
  /** Today in America/Sao_Paulo. */
  today(): LocalDate
}

const SAO_PAULO = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The machine's clock, or, for demos and tests, one that starts at `startsAt` and runs from there. */
export function createClock(startsAt: Date | null = null): Clock {
  const offset = startsAt ? startsAt.getTime() - Date.now() : 0
  const now = () => new Date(Date.now() + offset)
  return { now, today: () => localDateOf(now()) }
}

/** The day on which an instant falls in America/Sao_Paulo. */
export function localDateOf(instant: Date): LocalDate {
  return SAO_PAULO.format(instant)
}

const SAO_PAULO_HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Sao_Paulo', hour: '2-digit', hourCycle: 'h23' })

/** The hour of the day of an instant in America/Sao_Paulo, 0 to 23. */
export function localHourOf(instant: Date): number {
  return Number(SAO_PAULO_HOUR.format(instant))
}

/** The last millisecond of a day in America/Sao_Paulo, whatever its offset from UTC is on that day. */
export function endOfDay(date: LocalDate): Date {
  const hours = [2, 3, 4].map((offset) => new Date(Date.parse(`${date}T23:59:59.999Z`) + offset * 3_600_000))
  const last = hours.filter((instant) => localDateOf(instant) === date).at(-1)
  if (!last) throw new Error(`no end of day for ${date}`)
  return last
}
