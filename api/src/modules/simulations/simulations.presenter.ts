import type { Simulation, SimulationSummary } from '@repactua/shared/contract/simulations.ts'
import { showId } from '../../platform/ids.ts'
import type { SimulationView } from './read-simulations.ts'
import type { SimulationRecord } from './simulations.repository.ts'

export function presentSimulation({ record, result }: SimulationView): Simulation {
  return { ...presentSummary(record), result }
}

export function presentSummary({ id, policyId, inForcePolicyId, status, asOf, acceptance, done, total, createdAt, completedAt }: SimulationRecord): SimulationSummary {
  return {
    id: showId('simulation', id),
    policyId: showId('policy', policyId),
    inForcePolicyId: inForcePolicyId && showId('policy', inForcePolicyId),
    status, asOf, acceptance,
    progress: { done, total },
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  }
}
