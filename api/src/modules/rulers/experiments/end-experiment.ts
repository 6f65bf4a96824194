import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { endRunning, findExperiment, type ExperimentRecord } from './experiments.repository.ts'

/** Ends an experiment: nobody comes into it any more, and everybody gets the steps as they are. Its results go on. Twice is once. */
export async function endExperiment(work: Work, id: string): Promise<ExperimentRecord> {
  const creditorId = creditorOf(work)
  const record = await findExperiment(work.tx, creditorId, id)
  if (!record) throw new AppError('not_found')
  const now = work.clock.now()
  if (!(await endRunning(work.tx, record, now))) return record
  await recordChange(work, { creditorId, type: 'experiment.ended', subject: showId('experiment', id), data: { rulerCode: record.rulerCode } })
  return { ...record, endedAt: now }
}
