import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findExperiment, listExperiments, type ExperimentRecord } from './experiments.repository.ts'
import { measureArms, type ArmMeasures } from './outcomes.repository.ts'

/** The creditor's experiments, newest first. */
export async function readExperiments(work: Work, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<ExperimentRecord>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listExperiments(work.tx, { creditorId: creditorOf(work), before, limit }), limit)
}

/** An experiment with what came of each of its arms until now. */
export interface ExperimentView {
  record: ExperimentRecord
  measures: ArmMeasures[]
}

export async function readExperiment(work: Work, id: string): Promise<ExperimentView> {
  const creditorId = creditorOf(work)
  const record = await findExperiment(work.tx, creditorId, id)
  if (!record) throw new AppError('not_found')
  return { record, measures: await measureArms(work.tx, record, work.clock.now()) }
}
