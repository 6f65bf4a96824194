import type { ExperimentArm } from '@repactua/shared/contract/experiments.ts'
import type { SegmentCondition } from '@repactua/shared/contract/segments.ts'
import { ANCHOR_PURPOSES } from '../../core/rulers/anchors.ts'
import { armAt, type RunningExperiment } from '../../core/rulers/arms.ts'
import type { DueStep, RulerInForce } from '../../core/rulers/types.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findSegments } from '../segments/index.ts'
import { runningExperiments } from './experiments/experiments.repository.ts'
import { publishedRulers, type RulerRecord } from './rulers.repository.ts'

/** The rulers by which people are planned for, with all that their steps name. */
export interface RulersInForce {
  rulers: readonly RulerInForce[]
  segments: ReadonlyMap<string, SegmentCondition>
  experiments: readonly RunningExperiment[]
  armFor(due: DueStep, debtorId: string): ExperimentArm | null
}

/** A creditor's rulers that are published and not paused, in the order of their codes. */
export async function loadRulers(work: Work, creditorId: string): Promise<RulersInForce> {
  const records = await publishedRulers(work.tx, creditorId)
  return withAll(work, creditorId, records.filter(({ pausedAt }) => pausedAt === null).map(({ id, code, steps }) => ({ rulerId: id, code, steps })))
}

/** A ruler in the place of whatever is in force under its code, with all others: a person gets one message from all of them. */
export async function besideOthers(work: Work, { creditorId, id, code, steps }: RulerRecord): Promise<RulersInForce> {
  const { rulers } = await loadRulers(work, creditorId)
  const all = [...rulers.filter((other) => other.code !== code), { rulerId: id, code, steps }]
  return withAll(work, creditorId, all.sort((a, b) => (a.code < b.code ? -1 : 1)))
}

/** These rulers with the segments that they name and the experiments that run on them. */
async function withAll(work: Work, creditorId: string, rulers: readonly RulerInForce[]): Promise<RulersInForce> {
  const shown = [...new Set(rulers.flatMap(({ steps }) => steps.flatMap(({ segmentId }) => segmentId ?? [])))]
  const found = await findSegments(work.tx, creditorId, shown.map(readId))
  const segments = new Map(shown.flatMap((id) => (found.has(readId(id)) ? [[id, found.get(readId(id))!.condition] as const] : [])))
  const experiments = await runningExperiments(work.tx, creditorId)
  return { rulers, segments, experiments, armFor: (due, debtorId) => armOf(work.keys, experiments, due, debtorId) }
}

/** The experiment that runs on a step. A service is never held out: it is about what the person has. */
export function experimentOn(experiments: readonly RunningExperiment[], { ruler, step }: Pick<DueStep, 'ruler' | 'step'>): RunningExperiment | null {
  if (ANCHOR_PURPOSES[step.anchor] === 'service') return null
  return experiments.find(({ rulerCode, steps }) => rulerCode === ruler.code && (steps === null || steps.includes(step.key))) ?? null
}

// Keyed, so that nobody who knows ids can tell or choose an arm; the same for a person as long as the experiment runs.
function armOf(keys: Keys, experiments: readonly RunningExperiment[], due: DueStep, debtorId: string): ExperimentArm | null {
  const experiment = experimentOn(experiments, due)
  if (!experiment) return null
  const place = Math.floor((keys.mac('experiment', `${experiment.id}:${debtorId}`).readUInt32BE() / 2 ** 32) * 10_000)
  return armAt(experiment.arms, place)
}
