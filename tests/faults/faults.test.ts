import { afterAll, expect, test } from 'vitest'
import { openStage, runFault } from './run-fault.ts'
import { ALL_RUNS } from './runs/all-runs.ts'
import { tellRun } from './tell-run.ts'

// The short form of the runs that tell most. Times are told; what is asserted are effects, which no busy machine changes.
const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const stage = await openStage(seed)
afterAll(() => stage.house.close())

test.each(ALL_RUNS.filter(({ isShort }) => isShort))('$name', async (one) => {
  const outcome = await runFault(stage, one, 'short')
  console.log(tellRun(one, seed, outcome).text)
  const { acknowledged, ...wrongs } = outcome.proof
  expect(acknowledged).toBeGreaterThan(0)
  expect(wrongs).toEqual({ lost: [], twice: [], findings: [], surprises: [], wrongFaults: [] })
})
