import { openStage, runFault } from './run-fault.ts'
import { ALL_RUNS } from './runs/all-runs.ts'
import { tellRun } from './tell-run.ts'

// npm run faults [name...] [--seed n]: each fault under load at full length, on an installation of its own, then the proof.
const [names, seed] = readArguments(process.argv.slice(2))
const chosen = names.length === 0 ? ALL_RUNS : ALL_RUNS.filter(({ name }) => names.includes(name))
if (chosen.length === 0) {
  console.error(`Say which: npm run faults [${ALL_RUNS.map(({ name }) => name).join('|')}] [--seed n]`)
  process.exit(2)
}
let failed = 0
for (const one of chosen) {
  const stage = await openStage(seed)
  try {
    const told = tellRun(one, seed, await runFault(stage, one, 'whole'))
    console.log(told.text)
    if (!told.ok) failed += 1
  } finally {
    await stage.house.close()
  }
}
process.exitCode = failed === 0 ? 0 : 1

function readArguments(args: readonly string[]): [names: string[], seed: number] {
  const at = args.indexOf('--seed')
  const names = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  return [names, at < 0 ? Math.floor(Math.random() * 1_000_000) : Number(args[at + 1])]
}
