import Holidays from 'date-holidays'
import type { Breach, Sent } from './send-log.ts'

interface Window {
  days: 'Mon-Fri' | 'Sat'
  from: number
  to: number
}

// What the states' laws allow, as they were read; a state without a law of its own has the hours on which all agree.
const EVERYWHERE: readonly Window[] = [{ days: 'Mon-Fri', from: 9, to: 18 }]
const SAO_PAULO: readonly Window[] = [{ days: 'Mon-Fri', from: 8, to: 20 }, { days: 'Sat', from: 8, to: 14 }]
const HOURS: Readonly<Record<string, readonly Window[]>> = {
  SP: SAO_PAULO,
  AL: SAO_PAULO,
  RJ: [{ days: 'Mon-Fri', from: 9, to: 19 }],
  ES: [{ days: 'Mon-Fri', from: 8, to: 19 }],
  CE: [{ days: 'Mon-Fri', from: 8, to: 18 }],
}

const ZONES: Readonly<Record<string, string>> = {
  AC: 'America/Rio_Branco', AM: 'America/Manaus', RO: 'America/Porto_Velho', RR: 'America/Boa_Vista',
  MT: 'America/Cuiaba', MS: 'America/Campo_Grande',
}
const SUNDAY = 'Sun'
const SATURDAY = 'Sat'
const holidays = new Holidays('BR', { timezone: 'UTC' })

/** Messages that came at an hour, on a Sunday or on a national holiday on which they may not, by the clock on the person's wall. */
export function outsideHours(log: readonly Sent[]): Breach[] {
  return log.flatMap((sent) => {
    const { day, weekday, hour } = wallClock(sent)
    if (weekday === SUNDAY) return [{ rule: 'sunday', sent: [sent], why: day }]
    if (isHoliday(day)) return [{ rule: 'holiday', sent: [sent], why: day }]
    const allowed = (HOURS[sent.state ?? ''] ?? EVERYWHERE).some(({ days, from, to }) => (days === 'Sat') === (weekday === SATURDAY) && hour >= from && hour < to)
    return allowed ? [] : [{ rule: 'hours', sent: [sent], why: `${weekday} ${day}, ${hour.toFixed(2)} h in ${sent.state}` }]
  })
}

/** The day on the calendar of the person's town, "2026-12-24". */
export function dayOf(sent: Sent): string {
  return wallClock(sent).day
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock({ at, state }: Sent): { day: string; weekday: string; hour: number } {
  const timeZone = ZONES[state ?? ''] ?? 'America/Sao_Paulo'
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  formats.set(timeZone, format)
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${part['year']}-${part['month']}-${part['day']}`, weekday: part['weekday']!, hour: Number(part['hour']) + Number(part['minute']) / 60 }
}

const known = new Map<string, boolean>()

// Carnival and Corpus Christi are no holidays by federal law; banks keep them, and so does who wants no quarrel.
function isHoliday(day: string): boolean {
  const found = known.get(day) ?? (holidays.isHoliday(`${day}T12:00:00Z`) || []).some(({ type }) => type === 'public')
  known.set(day, found)
  return found
}
