import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** A day and a minute of it, 0 to 1439, on a clock so many hours from UTC. No part of Brazil has summer time (Decreto 9.772/2019). */
export interface LocalMinute {
  on: LocalDate
  minute: number
}

// Decreto 2.784/1913, Leis 11.662/2008 and 12.876/2013: Acre and the west of Amazonas are five hours behind UTC.
const OFFSETS: Readonly<Record<string, number>> = { AC: -5, AM: -4, MT: -4, MS: -4, RO: -4, RR: -4 }
const COUNTRY = -3
const WEST_OF_AMAZONAS = new Set([
  'atalaia do norte', 'benjamin constant', 'boca do acre', 'eirunepe', 'envira', 'guajara', 'ipixuna', 'itamarati', 'jutai', 'labrea', 'pauini', 'sao paulo de olivenca', 'tabatinga',
])
const ISLANDS = 'fernando de noronha'
const ANYWHERE = [-5, -2]

/** The clocks, hours from UTC, that a person may live by: one where the place is known, the outermost ones where it is not. */
export function clocksOf({ state, city }: { state: string | null; city: string | null }): readonly number[] {
  if (state === null) return ANYWHERE
  const offset = OFFSETS[state] ?? COUNTRY
  if (state === 'AM') return city === null ? [offset, -5] : [WEST_OF_AMAZONAS.has(plain(city)) ? -5 : offset]
  if (state === 'PE') return city === null ? [offset, -2] : [plain(city) === ISLANDS ? -2 : offset]
  return [offset]
}

/** What a clock shows at an instant. */
export function localMinuteOf(instant: Date, offset: number): LocalMinute {
  const local = new Date(instant.getTime() + offset * HOUR_MS)
  return { on: local.toISOString().slice(0, 10), minute: local.getUTCHours() * 60 + local.getUTCMinutes() }
}

/** The instant at which a clock shows a minute of a day. */
export function instantOf({ on, minute }: LocalMinute, offset: number): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) + minute * MINUTE_MS - offset * HOUR_MS)
}

/** The first instant of the day that lies so many days after another, on a clock. */
export function startOfDay(on: LocalDate, days: number, offset: number): Date {
  return instantOf({ on: addDays(on, days), minute: 0 }, offset)
}

// Portfolios write names with and without accents.
function plain(city: string): string {
  return city.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
