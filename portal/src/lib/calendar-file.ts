import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'

export interface CalendarDay {
  uid: string
  date: LocalDate
  title: string
  text: string
}

/** An iCalendar file (RFC 5545) of whole-day entries, each with a reminder on the day before. `stampedAt` is ISO 8601 UTC. */
export function calendarFile(days: readonly CalendarDay[], stampedAt: string): string {
  const stamp = stampedAt.replace(/[-:]|\.\d+/g, '')
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Repactua//Portal//PT', ...days.flatMap((day) => entry(day, stamp)), 'END:VCALENDAR']
  return lines.map(fold).join('\r\n') + '\r\n'
}

function entry({ uid, date, title, text }: CalendarDay, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@repactua`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, 'TRIGGER:-PT15H', 'END:VALARM',
    'END:VEVENT',
  ]
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '')
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

// Lines are at most 75 octets; the rest goes on after a line break and a space (RFC 5545, 3.1).
function fold(line: string): string {
  const encoder = new TextEncoder()
  const parts: string[] = []
  let part = ''
  for (const char of line) {
    if (encoder.encode(part + char).length > 74) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part].join('\r\n ')
}
