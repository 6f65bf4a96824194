import type { Simulation, SimulationInput, SimulationSummary } from '@repactua/shared/contract/simulations.ts'
import { runSimulation } from '@repactua/api/modules/simulations/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'

/** 10 % pay in cash, 20 % in installments, of which 80 % are paid. */
export const ACCEPTANCE: SimulationInput = { acceptance: { cashBps: 1_000, installmentsBps: 2_000, paidInstallmentBps: 8_000 } }

/** What one does with simulations over HTTP, and their job. */
export function simulationsOf({ http, platform }: TestApp) {
  const request = ({ bearer }: TestCreditor, policyId: string, body: object = ACCEPTANCE) =>
    http.post(`/v1/policies/${policyId}/simulations`).set('authorization', bearer).send(body)
  const read = async ({ bearer }: TestCreditor, id: string) =>
    (await http.get(`/v1/simulations/${id}`).set('authorization', bearer).expect(200)).body as Simulation
  const work = ({ creditorId }: TestCreditor, id: string, pieces?: Parameters<typeof runSimulation>[2]) =>
    runSimulation(platform, { creditorId, simulationId: readId(id) }, pieces)
  return {
    request, read, work,
    /** Asks for a simulation, does its job, and gives back what came of it. */
    async simulate(creditor: TestCreditor, policyId: string, body: object = ACCEPTANCE): Promise<Simulation> {
      const { body: queued } = await request(creditor, policyId, body).expect(202)
      await work(creditor, (queued as SimulationSummary).id)
      return read(creditor, (queued as SimulationSummary).id)
    },
  }
}
