import { dayOf } from './hours.ts'
import type { Breach, Sent } from './send-log.ts'

const DAY_MS = 86_400_000

/** How often people may be written to, whoever writes. */
export interface Caps {
  perDay: number
  /** As perDay, for all who share a telephone or a mailbox. */
  perDayAtAddress: number
  perWeek: number
  /** Between two messages about the same debt. */
  debtRestDays: number
}

/** Messages above a cap, for people and for addresses: one telephone of a household is not two people. */
export function aboveCaps(log: readonly Sent[], { perDay, perDayAtAddress, perWeek, debtRestDays }: Caps): Breach[] {
  const people = [...Map.groupBy(log, ({ person }) => person).values()]
  const addresses = [...Map.groupBy(log, ({ to }) => to).values()]
  const debts = [...Map.groupBy(log.flatMap((sent) => sent.debts.map((debt) => ({ debt, sent }))), ({ debt }) => debt).values()]
  return [
    ...people.flatMap((sent) => [...aDay('person-day', sent, perDay), ...aWeek('person-week', sent, perWeek)]),
    ...addresses.flatMap((sent) => [...aDay('address-day', sent, perDayAtAddress), ...aWeek('address-week', sent, perWeek)]),
    ...debts.flatMap((about) => tooSoon(about.map(({ sent }) => sent), debtRestDays)),
  ]
}

function aDay(rule: string, sent: readonly Sent[], most: number): Breach[] {
  return [...Map.groupBy(sent, dayOf)].flatMap(([day, those]) => (those.length > most ? [{ rule, sent: those, why: `${those.length} on ${day}` }] : []))
}

// Any seven days, not a week of the calendar.
function aWeek(rule: string, sent: readonly Sent[], most: number): Breach[] {
  const sorted = inOrder(sent)
  return sorted.flatMap((first, at) => {
    const those = sorted.slice(at).filter((other) => daysApart(first, other) < 7)
    return those.length > most ? [{ rule, sent: those, why: `${those.length} within seven days from ${dayOf(first)}` }] : []
  })
}

function tooSoon(sent: readonly Sent[], restDays: number): Breach[] {
  const sorted = inOrder(sent)
  return sorted.flatMap((one, at) => {
    const next = sorted[at + 1]
    return next && daysApart(one, next) < restDays ? [{ rule: 'debt-rest', sent: [one, next], why: `${dayOf(one)} and ${dayOf(next)}` }] : []
  })
}

function inOrder(sent: readonly Sent[]): Sent[] {
  return sent.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

// Days of the calendar: Monday evening and Tuesday morning are one day apart.
function daysApart(a: Sent, b: Sent): number {
  return Math.round((Date.parse(dayOf(b)) - Date.parse(dayOf(a))) / DAY_MS)
}
