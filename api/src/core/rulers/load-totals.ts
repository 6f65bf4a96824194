import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** What a simulation has counted until now, as it is kept between batches. */
export interface KeptTotals {
  people: number
  reached: number
  messages: number
  heldOut: number
  mostInWeek: number
  mostInAll: number
  /** By day, step and channel; by step and rule. */
  sent: Record<string, number>
  held: Record<string, number>
}

/** Where a simulation counts; as large for ten people as for ten million. */
export interface LoadTotals {
  kept: KeptTotals
  countMessage(message: { on: LocalDate; ruler: string; step: string; channel: string }): void
  countHeld(held: { ruler: string; step: string; rule: string }): void
  countHeldOut(ruler: string): void
  countPerson(messages: number, mostInWeek: number): void
}

export const NO_TOTALS: KeptTotals = { people: 0, reached: 0, messages: 0, heldOut: 0, mostInWeek: 0, mostInAll: 0, sent: {}, held: {} }

/** Goes on counting from what was kept, for the ruler of one code: what others send is only in its way. */
export function loadTotals(from: KeptTotals, code: string): LoadTotals {
  const kept: KeptTotals = { ...from, sent: { ...from.sent }, held: { ...from.held } }
  const add = (counts: Record<string, number>, name: string) => void (counts[name] = (counts[name] ?? 0) + 1)
  return {
    kept,
    countMessage({ on, ruler, step, channel }) {
      if (ruler !== code) return
      kept.messages += 1
      add(kept.sent, `${on} ${step} ${channel}`)
    },
    countHeld({ ruler, step, rule }) {
      if (ruler === code) add(kept.held, `${step} ${rule}`)
    },
    countHeldOut: (ruler) => void (kept.heldOut += ruler === code ? 1 : 0),
    countPerson(messages, mostInWeek) {
      kept.people += 1
      kept.reached += messages > 0 ? 1 : 0
      kept.mostInAll = Math.max(kept.mostInAll, messages)
      kept.mostInWeek = Math.max(kept.mostInWeek, mostInWeek)
    },
  }
}
