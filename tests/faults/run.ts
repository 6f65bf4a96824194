import { parseArgs } from 'node:util'
import { openStage, runFault } from './run-fault.ts'
import { ALL_RUNS } from './runs/all-runs.ts'
import { tellRun } from './tell-run.ts'

// npm run faults [name...] [--short] [--seed n]: each fault under load, on an installation of its own, then the proof.
const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, short: { type: 'boolean' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const chosen = names.length === 0 ? ALL_RUNS : ALL_RUNS.filter(({ name }) => names.includes(name))
if (chosen.length === 0) {
  console.error(`Say which: npm run faults [${ALL_RUNS.map(({ name }) => name).join('|')}] [--short] [--seed n]`)
  process.exit(2)
}
let failed = 0
for (const one of chosen) {
  const stage = await openStage(seed)
  try {
    const told = tellRun(one, seed, await runFault(stage, one, values.short ? 'short' : 'whole'))
    console.log(told.text)
    if (!told.ok) failed += 1
  } finally {
    await stage.house.close()
  }
}
process.exitCode = failed === 0 ? 0 : 1
