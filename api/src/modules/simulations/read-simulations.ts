import type { SimulationResult } from '@repactua/shared/contract/simulations.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { readPolicy } from '../policies/index.ts'
import { findResult, findSimulation, listSimulations, type SimulationRecord } from './simulations.repository.ts'

/** A simulation, and what came of it once it is completed. */
export interface SimulationView {
  record: SimulationRecord
  result: SimulationResult | null
}

/** One simulation of the creditor. */
export async function readSimulation(work: Work, simulationId: string): Promise<SimulationView> {
  const key = { creditorId: creditorOf(work), simulationId }
  const record = await findSimulation(work.tx, key)
  if (!record) throw new AppError('not_found')
  const document = record.status === 'completed' ? await findResult(work.tx, key) : null
  return { record, result: document === null ? null : (JSON.parse(document) as SimulationResult) }
}

/** The same where it has a result; refused before. */
export async function readCompleted(work: Work, simulationId: string): Promise<SimulationResult> {
  const { result } = await readSimulation(work, simulationId)
  if (!result) throw new AppError('simulation_not_completed')
  return result
}

/** The simulations of one policy of the creditor, newest first. */
export async function readSimulations(work: Work, policyId: string, { cursor, limit = 50 }: { cursor?: string; limit?: number }): Promise<Page<SimulationRecord>> {
  await readPolicy(work, policyId)
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await listSimulations(work.tx, { creditorId: creditorOf(work), policyId, before, limit }), limit)
}
