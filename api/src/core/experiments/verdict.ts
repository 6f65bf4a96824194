import type { VERDICTS } from '@repactua/shared/contract/experiments.ts'
import type { Interval } from './shares.ts'

export type Verdict = (typeof VERDICTS)[number]

/** What an interval of a difference lets one say: nothing yet as long as zero lies in it, or where there is none. */
export function verdictOf(difference: Interval | null): Verdict {
  if (difference === null || (difference.from <= 0 && difference.to >= 0)) return 'too_early'
  return difference.from > 0 ? 'higher' : 'lower'
}
