import { openFaultHouse, type FaultHouse } from './house/fault-house.ts'
import { gatherCast, type Cast } from './load/cast.ts'
import type { Journal } from './load/journal.ts'
import { startLoad } from './load/mixed-writes.ts'
import { prove, type Proof } from './load/prove.ts'
import type { Bar, FaultRun, Size } from './runs/fault-run.ts'

/** What came of a run. */
export interface Outcome {
  journal: Journal
  bars: Bar[]
  proof: Proof
}

/** A house with its cast, the worker at work. */
export interface Stage {
  house: FaultHouse
  cast: Cast
}

export async function openStage(seed: number): Promise<Stage> {
  const house = await openFaultHouse(seed)
  try {
    const cast = await gatherCast(house)
    await house.worker.start()
    return { house, cast }
  } catch (error) {
    await house.close()
    throw error
  }
}

/** Loads the house, breaks and heals it, and holds the rows against what was acknowledged. */
export async function runFault({ house, cast }: Stage, one: FaultRun, size: Size): Promise<Outcome> {
  const load = startLoad(house, cast)
  try {
    const bars = await one.run(house, load, size)
    const journal = await load.end()
    return { journal, bars, proof: await prove(house, journal) }
  } finally {
    await load.abandon()
  }
}
