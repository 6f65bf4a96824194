import type { Breach, Sent, Stop } from './send-log.ts'

/** Messages that went out although somebody had asked that they stop, or although what they were about was over. */
export function afterStops(log: readonly Sent[], stops: readonly Stop[]): Breach[] {
  const byPerson = Map.groupBy(stops.filter(({ person }) => person), ({ person }) => person!)
  const byDebt = Map.groupBy(stops.filter(({ person, debt }) => !person && debt), ({ debt }) => debt!)
  const others = stops.filter(({ person, debt }) => !person && !debt)
  return log.flatMap((sent) => {
    const near = [...(byPerson.get(sent.person) ?? []), ...sent.debts.flatMap((debt) => byDebt.get(debt) ?? []), ...others]
    return near.filter((stop) => forbids(stop, sent)).map((stop) => ({ rule: 'stop', sent: [sent], why: `${stop.why} since ${stop.from.toISOString()}` }))
  })
}

function forbids(stop: Stop, sent: Sent): boolean {
  const inTime = sent.at > stop.from && (stop.until === null || sent.at < stop.until)
  const same = (['person', 'creditor', 'channel', 'purpose', 'to'] as const).every((key) => stop[key] === undefined || stop[key] === sent[key])
  return inTime && same && (stop.debt === undefined || sent.debts.includes(stop.debt))
}
