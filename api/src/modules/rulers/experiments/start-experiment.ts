import type { ExperimentInput } from '@repactua/shared/contract/experiments.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { traitsOf } from '../refuse-findings.ts'
import { findPublished, lockRulers } from '../rulers.repository.ts'
import { insertExperiment, type ExperimentRecord } from './experiments.repository.ts'
import { checkExperiment } from './experiments.rules.ts'

/** Begins an experiment on the ruler in force under a code. Refuses one that can teach nothing, and a second one at once. */
export async function startExperiment(work: Work, input: ExperimentInput): Promise<ExperimentRecord> {
  const creditorId = creditorOf(work)
  await lockRulers(work.tx, creditorId)
  const ruler = await findPublished(work.tx, { creditorId, code: input.rulerCode })
  if (!ruler) throw new AppError('ruler_not_published')
  const keys = [...ruler.steps.map(({ templateKey }) => templateKey), ...input.arms.flatMap(({ templateKey }) => templateKey ?? [])]
  const findings = checkExperiment(input, ruler.steps, await traitsOf(work.tx, creditorId, keys))
  if (findings.length > 0) throw new AppError('experiment_invalid', { errors: findings.map((finding) => ({ ...finding, code: 'experiment_invalid' })) })
  const { name, rulerCode, steps = null, arms, outcomeDays } = input
  const record: ExperimentRecord = { creditorId, id: work.newId(), rulerCode, name, steps, arms, outcomeDays, startedAt: work.clock.now(), endedAt: null }
  if (!(await insertExperiment(work.tx, record))) throw new AppError('experiment_running')
  const data = { rulerCode, steps, arms: arms.map(({ key, shareBps }) => ({ key, shareBps })), outcomeDays }
  await recordChange(work, { creditorId, type: 'experiment.started', subject: showId('experiment', record.id), data })
  return record
}
