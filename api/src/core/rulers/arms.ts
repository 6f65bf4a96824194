import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'

/** An experiment that runs on a ruler; without steps it is about all of them that collect. */
export interface RunningExperiment {
  id: string
  rulerCode: string
  steps: readonly string[] | null
  arms: readonly ExperimentArm[]
}

/** Of a whole, in basis points. */
export const WHOLE_BPS = 10_000

/** The arm at a place of 0 to 9999, which a keyed hash gives a person for good: shares are exact in the long run. */
export function armAt(arms: readonly ExperimentArm[], place: number): ExperimentArm {
  let end = 0
  return arms.find(({ shareBps }) => place < (end += shareBps)) ?? arms.at(-1)!
}
