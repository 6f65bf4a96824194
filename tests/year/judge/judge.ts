import { aboveCaps, type Caps } from './caps.ts'
import { outsideHours } from './hours.ts'
import { notOnce, type Step } from './once.ts'
import { afterStops } from './stops.ts'
import type { Breach, Sent, Stop } from './send-log.ts'

/** What the house promises: of debts seldom, of what a person has under way as it comes, and never a flood. */
const PROMISED: Readonly<Record<Sent['purpose'], Caps>> = {
  collection: { perDay: 1, perDayAtAddress: 1, perWeek: 3, debtRestDays: 3 },
  service: { perDay: 4, perDayAtAddress: 6, perWeek: Infinity, debtRestDays: 0 },
}

/** Everything that was wrong with what went out. */
export function judge(log: readonly Sent[], steps: readonly Step[], stops: readonly Stop[]): Breach[] {
  const capped = (['collection', 'service'] as const).flatMap((purpose) => aboveCaps(log.filter((sent) => sent.purpose === purpose), PROMISED[purpose]))
  return [...outsideHours(log), ...capped, ...afterStops(log, stops), ...notOnce(log, steps)]
}
