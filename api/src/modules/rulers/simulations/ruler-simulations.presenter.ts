import type { RulerLoad, RulerSimulation, RulerSimulationSummary } from '@repactua/shared/contract/rulers.ts'
import type { KeptTotals } from '../../../core/rulers/load-totals.ts'
import { showId } from '../../../platform/ids.ts'
import type { RulerSimulationRecord } from './ruler-simulations.repository.ts'

export function presentSimulation(record: RulerSimulationRecord): RulerSimulation {
  return { ...presentSummary(record), result: record.result }
}

export function presentSummary({ id, rulerId, status, fromOn, days, paidBps, paidAfterDays, people, createdAt, completedAt }: RulerSimulationRecord): RulerSimulationSummary {
  return {
    id: showId('simulation', id),
    rulerId: showId('ruler', rulerId),
    status, from: fromOn, days, paidBps, paidAfterDays, people,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  }
}

/** What was counted, as it is answered. */
export function presentLoad({ people, reached, messages, heldOut, mostInWeek, mostInAll, sent, held }: KeptTotals): RulerLoad {
  const days = Object.entries(sent).map(([name, count]) => dayOf(name, count)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.step < b.step ? -1 : 1))
  const byDay = summed(days, ({ on }) => on).map(([{ on }, count]) => ({ on, messages: count }))
  return {
    people, reached, messages, heldOut,
    busiest: byDay.reduce<RulerLoad['busiest']>((most, day) => (most && most.messages >= day.messages ? most : day), null),
    mostPerPerson: { inWeek: mostInWeek, inAll: mostInAll },
    steps: summed(days, ({ step, channel }) => `${step} ${channel}`).map(([{ step, channel }, count]) => ({ step, channel, messages: count })),
    held: Object.entries(held).map(([name, count]) => heldOf(name, count)),
    days,
  }
}

type DayLoad = RulerLoad['days'][number]

function dayOf(name: string, messages: number): DayLoad {
  const [on = '', step = '', channel = ''] = name.split(' ')
  return { on, step, channel, messages }
}

function heldOf(name: string, count: number): RulerLoad['held'][number] {
  const [step = '', rule = ''] = name.split(' ')
  return { step, rule, count }
}

function summed(days: readonly DayLoad[], nameOf: (day: DayLoad) => string): [DayLoad, number][] {
  return [...Map.groupBy(days, nameOf).values()].map((group) => [group[0]!, group.reduce((sum, { messages }) => sum + messages, 0)])
}
