import type { Simulation } from '@repactua/shared/contract/simulations.ts'
import { runSimulation } from '@repactua/api/modules/simulations/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { loadPortfolio, makeBenchCreditor, type BenchCreditor } from './bench-creditor.ts'
import { openBenchHouse, type BenchHouse } from './bench-house.ts'
import { benchPolicy } from './simulated-policies.ts'
import { benchSimulationCore } from './simulation-core.ts'
import { watchProcess } from './watch-process.ts'

const TODAY = '2026-11-21'
/** Some 42,000 debts. */
const PEOPLE = 40_000
const ACCEPTANCE = { cashBps: 800, installmentsBps: 1_500, paidInstallmentBps: 8_000 }
const IN_ONE_JOB = { debtsAPage: 5_000, pagesAJob: Infinity }

/** The arithmetic alone, then the whole job on a generated portfolio, both policies side by side: `npm run bench simulation [times]`. */
export async function benchSimulation([times = '1']: readonly string[]): Promise<unknown> {
  const core = benchSimulationCore()
  const house = await openBenchHouse(`${TODAY}T15:00:00.000Z`)
  try {
    const creditor = await makeBenchCreditor(house)
    await loadPortfolio(house, creditor, { today: TODAY, people: PEOPLE, times: Number(times) })
    return { core, job: await benchJob(house, creditor) }
  } finally {
    await house.close()
  }
}

async function benchJob({ platform }: BenchHouse, { creditorId, post, get }: BenchCreditor): Promise<unknown> {
  const inForce = await post('/policies', benchPolicy())
  await post(`/policies/${inForce.id}/publication`)
  const draft = await post('/policies', benchPolicy(500))
  const { id } = await post(`/policies/${draft.id}/simulations`, { acceptance: ACCEPTANCE })
  const watch = watchProcess()
  await runSimulation(platform, { creditorId, simulationId: readId(id) }, IN_ONE_JOB)
  const figures = watch.end()
  const { status, progress: { done } } = (await get(`/simulations/${id}`)) as unknown as Simulation
  if (status !== 'completed') throw new Error(`The simulation is ${status}`)
  return { debts: done, debtsPerSecond: Math.round(done / figures.seconds), ...figures }
}
