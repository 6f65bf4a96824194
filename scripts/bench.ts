import { benchEngine } from './bench/engine.ts'

// npm run bench engine: figures as JSON, CPU time of one core; each bench stands in bench/
const BENCHES: Readonly<Record<string, () => unknown>> = {
  engine: benchEngine,
}

const [, , name = ''] = process.argv
const bench = BENCHES[name]
if (!bench) {
  console.error(`Say which: npm run bench ${Object.keys(BENCHES).join('|')}`)
  process.exit(2)
}
console.log(JSON.stringify(await bench(), null, 2))
