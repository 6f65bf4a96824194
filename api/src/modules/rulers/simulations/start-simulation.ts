import type { RulerSimulationInput } from '@repactua/shared/contract/rulers.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { readRuler } from '../read-rulers.ts'
import { giveUpStale, insertSimulation, type RulerSimulationRecord } from './ruler-simulations.repository.ts'

const STALE_AFTER_MS = 60 * 60_000
const FURTHEST_DAYS = 366

/** Asks for the load of a ruler, in whatever state, over days to come. Refuses a second simulation while the first is not over. */
export async function startSimulation(work: Work, rulerId: string, input: RulerSimulationInput): Promise<RulerSimulationRecord> {
  const { creditorId } = await readRuler(work, rulerId)
  const record = recordOf(work, rulerId, input)
  const ahead = daysBetween(work.today, record.fromOn)
  if (ahead < 0 || ahead > FURTHEST_DAYS) throw new AppError('preview_day_out_of_reach')
  const { createdAt, fromOn, days, paidBps, paidAfterDays } = record
  await giveUpStale(work.tx, creditorId, new Date(createdAt.getTime() - STALE_AFTER_MS), createdAt)
  if (!(await insertSimulation(work.tx, record))) throw new AppError('ruler_simulation_running')
  await work.jobs.send(work.tx, 'simulate-ruler', { creditorId, simulationId: record.id })
  const data = { simulationId: showId('simulation', record.id), from: fromOn, days, paidBps, paidAfterDays }
  await recordChange(work, { creditorId, type: 'ruler.simulation_requested', subject: showId('ruler', rulerId), data })
  return record
}

function recordOf(work: Work, rulerId: string, { from = work.today, days, paidBps = 0, paidAfterDays = 7 }: RulerSimulationInput): RulerSimulationRecord {
  const now = work.clock.now()
  return {
    creditorId: creditorOf(work), rulerId, days, paidBps, paidAfterDays,
    id: work.newId(), fromOn: from, status: 'queued', people: 0, lastDebtorId: null, totals: null, result: null, createdAt: now, updatedAt: now, completedAt: null,
  }
}
