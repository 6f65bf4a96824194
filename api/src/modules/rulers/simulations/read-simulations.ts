import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { readRuler } from '../read-rulers.ts'
import { findSimulation, listSimulations, type RulerSimulationRecord } from './ruler-simulations.repository.ts'

/** The simulations of one ruler of the creditor, newest first. */
export async function readSimulations(work: Work, rulerId: string, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<RulerSimulationRecord>> {
  await readRuler(work, rulerId)
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listSimulations(work.tx, { creditorId: creditorOf(work), rulerId, before, limit }), limit)
}

/** One simulation of a ruler of the creditor. */
export async function readSimulation(work: Work, rulerId: string, simulationId: string): Promise<RulerSimulationRecord> {
  const record = await findSimulation(work.tx, { creditorId: creditorOf(work), simulationId })
  if (!record || record.rulerId !== rulerId) throw new AppError('not_found')
  return record
}
