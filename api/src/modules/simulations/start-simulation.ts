import type { SimulationInput } from '@repactua/shared/contract/simulations.ts'
import type { Acceptance } from '../../core/simulation/types.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findPolicyInForce, listCampaigns, readPolicy } from '../policies/index.ts'
import { acceptanceOf, campaignsToday } from './simulations.rules.ts'
import { giveUpStale, insertSimulation, type SimulationRecord } from './simulations.repository.ts'

const STALE_AFTER_MS = 60 * 60_000

/**
 * Asks for a policy of the creditor, in whatever state, to be held against its open debts, and pins what it is counted
 * by: the day, the policy in force, the campaigns that run. Refuses a second one while the first is not over.
 */
export async function startSimulation(work: Work, policyId: string, { acceptance }: SimulationInput): Promise<SimulationRecord> {
  const assumed = acceptanceOf(acceptance)
  if (!assumed.ok) throw new AppError(assumed.error)
  const record = await pin(work, policyId, assumed.value)
  const { creditorId, id, createdAt } = record
  await giveUpStale(work.tx, creditorId, new Date(createdAt.getTime() - STALE_AFTER_MS), createdAt)
  if (!(await insertSimulation(work.tx, record))) throw new AppError('simulation_running')
  await work.jobs.send(work.tx, 'simulate-policy', { creditorId, simulationId: id })
  await recordChange(work, {
    creditorId,
    type: 'simulation.requested',
    subject: showId('simulation', id),
    data: { policyId: showId('policy', policyId), asOf: record.asOf, acceptance: assumed.value },
  })
  return record
}

async function pin(work: Work, policyId: string, acceptance: Acceptance): Promise<SimulationRecord> {
  const creditorId = creditorOf(work)
  const { policy } = await readPolicy(work, policyId)
  const inForce = await findPolicyInForce(work, creditorId)
  const now = work.clock.now()
  return {
    creditorId, policyId, acceptance,
    id: work.newId(),
    inForcePolicyId: inForce?.id ?? null,
    runningCampaigns: campaignsToday(policy.campaigns, await listCampaigns(work.tx, creditorId), work.today),
    inForceCampaigns: inForce?.runningCampaigns ?? [],
    asOf: work.today,
    status: 'queued',
    done: 0,
    total: null, lastDebtId: null, untilDebtId: null, totals: null,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  }
}
