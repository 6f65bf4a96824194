import type { FaultHouse } from '../house/fault-house.ts'
import type { Load } from '../load/mixed-writes.ts'

/** Something measured against its bar. Bars of time are told; only effects fail a run in CI. */
export interface Bar {
  what: string
  measured: string
  bar: string
  ok: boolean
}

/** How hard a run is: the short form for CI, the whole one by hand. */
export type Size = 'short' | 'whole'

/** One fault under a load of mixed writes. It heals what it broke, and lets some more writes through, before it returns. */
export interface FaultRun {
  name: string
  /** What is done, in a line. */
  what: string
  /** Quick and telling enough to run in CI too. */
  isShort: boolean
  run(house: FaultHouse, load: Load, size: Size): Promise<Bar[]>
}

/** A time in milliseconds that must not pass its bar. */
export function within(what: string, ms: readonly number[], most: number): Bar {
  const longest = Math.max(0, ...ms)
  return { what, measured: `${Math.round(longest)} ms at most of ${ms.length}`, bar: `<= ${most} ms`, ok: longest <= most }
}

/** A count that must be none. */
export function none(what: string, count: number): Bar {
  return { what, measured: String(count), bar: '0', ok: count === 0 }
}

/** A share of times that must not pass a bar: 0.99 for the slowest in a hundred. */
export function quantile(what: string, ms: readonly number[], share: number, most: number): Bar {
  const measured = ms.toSorted((a, b) => a - b)[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0
  return { what, measured: `${Math.round(measured)} ms of ${ms.length}`, bar: `<= ${most} ms`, ok: measured <= most }
}
