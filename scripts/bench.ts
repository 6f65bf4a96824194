import { benchEngine } from './bench/engine.ts'
import { benchSimulation } from './bench/simulation.ts'
import { benchMessaging } from './bench/messaging.ts'
import { benchOracle } from './bench/oracle.ts'

// npm run bench engine: figures as JSON, CPU time of one core; each bench stands in bench/
const BENCHES: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  engine: benchEngine,
  simulation: benchSimulation,
  messaging: benchMessaging,
  oracle: benchOracle,
}

const [, , name = '', ...args] = process.argv
const bench = BENCHES[name]
if (!bench) {
  console.error(`Say which: npm run bench ${Object.keys(BENCHES).join('|')}`)
  process.exit(2)
}
console.log(JSON.stringify(await bench(args), null, 2))
